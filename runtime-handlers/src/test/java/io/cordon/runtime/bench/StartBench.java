package io.cordon.runtime.bench;

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
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Times each function from the start of its process to its first answer, beside a handler that does nothing.
 *
 * <p>Run it by {@code mvn -f runtime-handlers/pom.xml -Pbench -DskipTests verify}. Machines differ and are shared: compare
 * the ratios of one run, not the seconds of two. All rounds start everything once, one after the other.
 */
public final class StartBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final Path JAR = Path.of("target", "runtime-handlers.jar").toAbsolutePath();

    private final PrintStream out = System.out;
    private final Path scratch;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Variant, Map<Subject, List<Duration>>> times = new LinkedHashMap<>();

    private StartBench(Path scratch) throws IOException {
        this.scratch = scratch;
        subjects.add(Subject.trivial(trivialJar()));
        Manifest.functions().forEach(function -> subjects.add(Subject.of(function, JAR)));
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        StartBench bench = new StartBench(Files.createTempDirectory("start-bench"));
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
                "Java %s, %d rounds, jar %.1f MB, seconds from start of process to first answer%n",
                Runtime.version(),
                ROUNDS,
                Files.size(JAR) / 1e6);
        out.printf(
                "%-12s %-10s %8s %8s %8s %7s %8s%n", "function", "variant", "min", "median", "max", "ratio", "classes");
        for (Subject subject : subjects) {
            long classes = subject.classes(scratch);
            times.forEach((variant, all) -> print(subject, variant, classes));
        }
    }

    private void print(Subject subject, Variant variant, long classes) {
        Map<Subject, List<Duration>> all = times.get(variant);
        List<Duration> taken = sorted(all.get(subject));
        out.printf(
                Locale.ROOT,
                "%-12s %-10s %8.2f %8.2f %8.2f %7.1f %8d%n",
                subject.name(),
                variant,
                seconds(taken.get(0)),
                median(taken),
                seconds(taken.get(taken.size() - 1)),
                median(taken) / median(sorted(all.get(subjects.get(0)))),
                classes);
    }

    private static List<Duration> sorted(List<Duration> taken) {
        return Stream.of(taken).flatMap(List::stream).sorted().toList();
    }

    private static double median(List<Duration> sorted) {
        return seconds(sorted.get(sorted.size() / 2));
    }

    private static double seconds(Duration taken) {
        return taken.toMillis() / 1000.0;
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
