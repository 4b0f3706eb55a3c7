package io.cordon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times commands, several rounds of each, and prints them beside the last of them. */
final class Stopwatch {
    /** What takes next to no time, in seconds, is no measure for the others. */
    private static final double SHORTEST_BASE = 0.1;

    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    /** Returns what the command said. */
    String measure(String what, Path in, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var said = run(in, environment, command);
        add(what, Duration.ofNanos(System.nanoTime() - start));
        return said;
    }

    void add(String what, Duration taken) {
        times.computeIfAbsent(what, it -> new ArrayList<>()).add(taken);
    }

    static String run(Path in, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(in.toFile());
        builder.environment().putAll(environment);
        var log = Files.createTempFile("cordon-bench", ".log");
        var code = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        var said = Files.readString(log);
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ":\n" + said);
        }
        Files.delete(log);
        return said;
    }

    void print(String heading) {
        var base = median(times.keySet().stream().reduce((first, last) -> last).orElseThrow());
        System.out.printf(Locale.ROOT, "%-32s %8s %8s %8s %7s%n", heading, "min", "median", "max", "ratio");
        times.forEach((what, taken) -> System.out.printf(
                Locale.ROOT,
                "%-32s %8.1f %8.1f %8.1f %7s%n",
                what,
                seconds(Collections.min(taken)),
                median(what),
                seconds(Collections.max(taken)),
                base < SHORTEST_BASE ? "" : String.format(Locale.ROOT, "%.2f", median(what) / base)));
    }

    /** The middle of what one command took, in seconds. */
    double median(String what) {
        var sorted = times.getOrDefault(what, List.of()).stream().sorted().toList();
        return seconds(sorted.get(sorted.size() / 2));
    }

    /** How much longer one command took than another, in percent: the middle of the rounds, each compared within itself. */
    double percentAbove(String base, String what) {
        var others = times.getOrDefault(base, List.of());
        var percent = new ArrayList<Double>();
        for (var taken : times.getOrDefault(what, List.of())) {
            percent.add(100 * (seconds(taken) / seconds(others.get(percent.size())) - 1));
        }
        Collections.sort(percent);
        return percent.get(percent.size() / 2);
    }

    private static double seconds(Duration taken) {
        return taken.toMillis() / 1000.0;
    }
}
