package io.cordon.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.HipaaGuardrails;
import io.cordon.systems.serenya.Serenya;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/**
 * Times the synth of the shipped stacks behind the gate, beside the same with the same four packs alone and with nothing.
 *
 * <p>Run it alone by {@code mvn -Pbench test-compile exec:exec@gate -Drounds=3}. The three take turns, and each round is
 * compared within itself. On a machine that others use too, trust the processor time.
 */
public final class GateBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final List<Variant> VARIANTS = List.of(Variant.values());
    private static final String PROCESSOR = "processor time";
    private static final Pattern LAP = Pattern.compile("(?m)^lap (.+): (\\d+) ms$");

    private GateBench() {}

    /** What stands in front of the stacks. */
    private enum Variant {
        GATE {
            @Override
            void applyTo(App app) {
                HipaaGuardrails.apply(app);
            }
        },
        PACKS {
            @Override
            void applyTo(App app) {
                Validations.of(app)
                        .addPlugins(
                                new HIPAASecurityChecks(),
                                new NIST80053R5Checks(),
                                new AwsSolutionsChecks(),
                                new ServerlessChecks());
            }
        },
        NOTHING {
            @Override
            void applyTo(App app) {}
        };

        abstract void applyTo(App app);
    }

    /** Measures and prints; with the name of a variant, is what is measured. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1) {
            synth(Variant.valueOf(args[0]));
            return;
        }
        for (var validator : List.of("true", "false")) {
            compare(validator);
        }
    }

    private static void compare(String validator) throws IOException, InterruptedException {
        var whole = new Stopwatch();
        var laps = new LinkedHashMap<String, Stopwatch>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var variant : VARIANTS) {
                var said = whole.measure(
                        variant.name(),
                        Path.of("").toAbsolutePath(),
                        Map.of("CDK_VALIDATION", validator),
                        command(variant));
                LAP.matcher(said)
                        .results()
                        .forEach(lap -> laps.computeIfAbsent(lap.group(1), it -> new Stopwatch())
                                .add(variant.name(), Duration.ofMillis(Long.parseLong(lap.group(2)))));
            }
        }
        System.out.printf(
                "%nTemplate validator of the CDK: %s; %d rounds%n", validator.equals("true") ? "on" : "off", ROUNDS);
        whole.print("whole program, seconds");
        laps.forEach((lap, watch) -> watch.print("of it " + lap));
        System.out.printf(
                Locale.ROOT,
                "Gate and evidence add %.1f %% to a synth with the packs; in processor time %.1f %%.%n",
                added(whole),
                added(Objects.requireNonNull(laps.get(PROCESSOR))));
    }

    private static double added(Stopwatch watch) {
        return watch.percentAbove(Variant.PACKS.name(), Variant.GATE.name());
    }

    /** As {@code cdk.json} runs the app. */
    private static List<String> command(Variant variant) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                GateBench.class.getName(),
                variant.name());
    }

    private static void synth(Variant variant) throws IOException {
        var context = new HashMap<>(flags());
        context.put("@aws-cdk/core:failSynthOnValidationErrors", false);
        var app = new App(AppProps.builder()
                .postCliContext(context)
                .outdir(Files.createTempDirectory(Path.of("target"), "bench").toString())
                .build());
        lap("to put them on", () -> variant.applyTo(app));
        lap("to make the stacks", () -> Serenya.addTo(app));
        lap("to synthesize and judge", app::synth);
        print(PROCESSOR, processorTime());
    }

    /** Of this program and of its Node.js; it counts what a compiler thread does beside, and no waiting for others. */
    private static Duration processorTime() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void lap(String what, Runnable step) {
        var start = System.nanoTime();
        step.run();
        print(what, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void print(String lap, Duration taken) {
        System.out.println("lap " + lap + ": " + taken.toMillis() + " ms");
    }

    private static Map<String, Object> flags() throws IOException {
        try (var in = Objects.requireNonNull(HipaaGuardrails.class.getResourceAsStream("feature-flags.json"))) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        }
    }
}
