package io.cordon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Times a synth as a person meets it: on a fresh clone, a second time, and the program alone.
 *
 * <p>Run it by {@code mvn -Pbench -DskipTests verify -Drounds=3}. Machines differ and are shared: compare the ratios of one run, not the seconds
 * of two. The caches of Maven and npm are warm.
 */
public final class SynthBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final List<String> SYNTH = List.of("npx", "--yes", "aws-cdk@2.1148.1", "synth", "--quiet");
    private static final List<String> APP = List.of("java", "@target/cordon.args", "io.cordon.app.CordonApp");

    private SynthBench() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var watch = new Stopwatch();
        for (var round = 0; round < ROUNDS; round++) {
            var clone = Files.createTempDirectory("cordon-bench").resolve("clone");
            Stopwatch.run(Path.of("").toAbsolutePath(), Map.of(), List.of("git", "clone", "-q", ".", clone.toString()));
            watch.measure("cold: npx … synth, fresh clone", clone, Map.of(), SYNTH);
            watch.measure("warm: npx … synth, again", clone, Map.of(), SYNTH);
            watch.measure("app:  java, validator on", clone, Map.of(), APP);
            watch.measure("app:  java, validator off", clone, Map.of("CDK_VALIDATION", "false"), APP);
            delete(clone.getParent());
        }
        watch.print(ROUNDS + " rounds, seconds");
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
