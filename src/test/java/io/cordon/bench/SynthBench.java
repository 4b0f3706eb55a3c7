package io.cordon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times a synth as a person meets it: on a fresh clone, a second time, and the program alone.
 *
 * <p>Run it by {@code mvn -Pbench -DskipTests verify}. Machines differ and are shared: compare the ratios of one run, not the seconds
 * of two. The caches of Maven and npm are warm.
 */
public final class SynthBench {
    private static final int ROUNDS = 5;
    private static final List<String> SYNTH = List.of("npx", "--yes", "aws-cdk@2.1148.1", "synth", "--quiet");
    private static final List<String> APP = List.of("java", "@target/cordon.args", "io.cordon.app.CordonApp");

    private SynthBench() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var times = new LinkedHashMap<String, List<Duration>>();
        for (var round = 0; round < ROUNDS; round++) {
            var clone = Files.createTempDirectory("cordon-bench").resolve("clone");
            run(Path.of("").toAbsolutePath(), Map.of(), List.of("git", "clone", "-q", ".", clone.toString()));
            measure(times, "cold: npx … synth, fresh clone", clone, Map.of(), SYNTH);
            measure(times, "warm: npx … synth, again", clone, Map.of(), SYNTH);
            measure(times, "app:  java, validator on", clone, Map.of(), APP);
            measure(times, "app:  java, validator off", clone, Map.of("CDK_VALIDATION", "false"), APP);
            delete(clone.getParent());
        }
        print(times);
    }

    private static void measure(
            Map<String, List<Duration>> times,
            String what,
            Path in,
            Map<String, String> environment,
            List<String> command)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        run(in, environment, command);
        times.computeIfAbsent(what, it -> new ArrayList<>()).add(Duration.ofNanos(System.nanoTime() - start));
    }

    private static void run(Path in, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(in.toFile());
        builder.environment().putAll(environment);
        var log = Files.createTempFile("cordon-bench", ".log");
        var code = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ":\n" + Files.readString(log));
        }
        Files.delete(log);
    }

    private static void print(Map<String, List<Duration>> times) {
        var base = median(times.values().stream().reduce((first, last) -> last).orElseThrow());
        System.out.printf(
                Locale.ROOT, "%-32s %8s %8s %8s %7s%n", ROUNDS + " rounds, seconds", "min", "median", "max", "ratio");
        times.forEach((what, taken) -> {
            var seconds =
                    taken.stream().mapToDouble(SynthBench::seconds).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %8.1f %8.1f %8.1f %7.1f%n",
                    what,
                    seconds[0],
                    median(taken),
                    Arrays.stream(seconds).max().orElseThrow(),
                    median(taken) / base);
        });
    }

    private static double median(List<Duration> taken) {
        var sorted = taken.stream().mapToDouble(SynthBench::seconds).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double seconds(Duration taken) {
        return taken.toMillis() / 1000.0;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
