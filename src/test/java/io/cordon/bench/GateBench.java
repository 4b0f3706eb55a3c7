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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/**
 * Times the synth of the shipped stacks behind the gate, beside the same with the same four packs alone and with nothing.
 *
 * <p>Run it by {@code mvn -Pbench -DskipTests verify}; it follows the other. Compare the ratios of one run.
 */
public final class GateBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final List<Variant> VARIANTS = List.of(Variant.values());

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
        var watch = new Stopwatch();
        for (var round = 0; round < ROUNDS; round++) {
            for (var variant : VARIANTS) {
                watch.measure(
                        variant.name(),
                        Path.of("").toAbsolutePath(),
                        Map.of("CDK_VALIDATION", validator),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                GateBench.class.getName(),
                                variant.name()));
            }
        }
        System.out.printf("%nTemplate validator of the CDK: %s%n", validator.equals("true") ? "on" : "off");
        watch.print(ROUNDS);
        var packs = watch.median(Variant.PACKS.name());
        System.out.printf(
                Locale.ROOT,
                "Gate and evidence add %.1f %% to a synth with the packs.%n",
                100 * (watch.median(Variant.GATE.name()) - packs) / packs);
    }

    private static void synth(Variant variant) throws IOException {
        var context = new HashMap<>(flags());
        context.put("@aws-cdk/core:failSynthOnValidationErrors", false);
        var app = new App(AppProps.builder()
                .postCliContext(context)
                .outdir(Files.createTempDirectory("cordon-bench").toString())
                .build());
        variant.applyTo(app);
        Serenya.addTo(app);
        app.synth();
    }

    private static Map<String, Object> flags() throws IOException {
        try (var in = Objects.requireNonNull(HipaaGuardrails.class.getResourceAsStream("feature-flags.json"))) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        }
    }
}
