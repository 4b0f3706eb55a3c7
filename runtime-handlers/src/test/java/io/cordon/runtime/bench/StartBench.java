package io.cordon.runtime.bench;

import io.cordon.runtime.bench.Subject.Start;
import io.cordon.runtime.local.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Times each function from the start of its process to its first answer, beside a handler that does nothing.
 *
 * <p>Run it by {@code mvn -f runtime-handlers/pom.xml -Pbench -DskipTests verify}. Machines differ and are shared: compare
 * the ratios of one run, not the seconds of two; processor time bears company best. Each round starts everything once.
 */
public final class StartBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final Path JAR = Path.of("target", "runtime-handlers.jar").toAbsolutePath();

    private final PrintStream out;
    private final Path scratch;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Variant, Map<Subject, List<Start>>> times = new LinkedHashMap<>();

    private StartBench(PrintStream out, Path scratch) throws IOException {
        this.out = out;
        this.scratch = scratch;
        subjects.add(Subject.trivial(trivialJar()));
        Manifest.functions().forEach(function -> subjects.add(Subject.of(function, JAR)));
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream())); // functions that prepare events here write lines
        StartBench bench =
                new StartBench(out, Files.createTempDirectory(Path.of("target").toAbsolutePath(), "start-bench"));
        bench.archive();
        for (int round = 0; round < ROUNDS; round++) {
            bench.round();
        }
        bench.print();
        System.exit(0); // the local AWS has threads that would go on
    }

    private void archive() {
        Variant.here().stream()
                .filter(Variant::hasArchive)
                .forEach(variant ->
                        subjects.forEach(subject -> subject.start(variant.writing(archive(variant, subject)))));
    }

    private void round() {
        for (Variant variant : Variant.here()) {
            for (Subject subject : subjects) {
                times.computeIfAbsent(variant, any -> new LinkedHashMap<>())
                        .computeIfAbsent(subject, any -> new ArrayList<>())
                        .add(subject.start(variant.reading(archive(variant, subject))));
            }
        }
    }

    private Path archive(Variant variant, Subject subject) {
        return scratch.resolve(subject.name() + "." + variant);
    }

    private void print() throws IOException {
        out.printf(
                Locale.ROOT,
                "Java %s, %d rounds, jar %.1f MB; seconds from start of process to first answer%n",
                Runtime.version(),
                ROUNDS,
                Files.size(JAR) / 1e6);
        out.printf(
                "%-12s %-10s %6s %6s %6s %6s %10s %6s %8s%n",
                "function", "variant", "min", "median", "max", "ratio", "processor", "ratio", "classes");
        for (Subject subject : subjects) {
            long classes = subject.classes(scratch);
            times.keySet().forEach(variant -> print(subject, variant, classes));
        }
    }

    private void print(Subject subject, Variant variant, long classes) {
        double[] clock = sorted(variant, subject, Start::clock);
        double processor = median(sorted(variant, subject, Start::processor));
        Subject trivial = subjects.get(0);
        out.printf(
                Locale.ROOT,
                "%-12s %-10s %6.2f %6.2f %6.2f %6.1f %10.2f %6.1f %8d%n",
                subject.name(),
                variant,
                clock[0],
                median(clock),
                clock[clock.length - 1],
                median(clock) / median(sorted(variant, trivial, Start::clock)),
                processor,
                processor / median(sorted(variant, trivial, Start::processor)),
                classes);
    }

    private double[] sorted(Variant variant, Subject subject, Function<Start, Duration> what) {
        return times.get(variant).get(subject).stream()
                .mapToDouble(start -> what.apply(start).toMillis() / 1000.0)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    /** An archive of classes knows jars only, not folders. */
    private Path trivialJar() throws IOException {
        Path jar = scratch.resolve("trivial.jar");
        String name = TrivialHandler.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                InputStream in = StartBench.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new JarEntry(name));
            in.transferTo(entries);
        }
        return jar;
    }
}
