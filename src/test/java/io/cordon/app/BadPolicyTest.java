package io.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with policies that somebody damaged: they lie in front of the right ones on its class path. */
class BadPolicyTest {
    private static final List<String> FILES = List.of(
            "api.json",
            "bedrock/models.json",
            "boundary/ai-boundary.json",
            "checks.json",
            "exceptions.json",
            "geographies.json",
            "limits.json",
            "metrics.json",
            "retention.json",
            "thresholds.json",
            "trail-signals.json",
            "waf.json");

    @TempDir
    Path directory;

    @Test
    void endsWithOneSentenceForEachFileAndNoTrace() throws IOException, InterruptedException {
        for (var file : FILES) {
            damage(file, text(file).replaceFirst("\\{", "{ \"oops\": 1,"));
        }

        var said = said();

        assertThat(said.get(0)).isEqualTo("12 policy files are wrong; nothing was synthesized:");
        assertThat(said).hasSize(13);
        for (var i = 0; i < FILES.size(); i++) {
            assertThat(said.get(i + 1))
                    .startsWith("  policies/" + FILES.get(i) + ": $.oops: unknown key; write one of ");
        }
        assertThat(directory.resolve("out/manifest.json")).doesNotExist();
        assertThat(directory.resolve("out/evidence/controls.csv"))
                .content()
                .contains("did not finish: 12 policy files are wrong")
                .doesNotContain(",Compliant,");
    }

    @Test
    void namesPlaceAndMendOfTheOneThatIsWrong() throws IOException, InterruptedException {
        damage("retention.json", text("retention.json").replace("\"value\": 2192", "\"value\": \"2192\""));

        assertThat(said())
                .containsExactly(
                        "A policy file is wrong; nothing was synthesized:",
                        "  policies/retention.json: $.auditDays.value: must be a whole number, without quotes");
    }

    private void damage(String file, String text) throws IOException {
        assertThat(text).isNotEqualTo(text(file));
        var damaged = directory.resolve("policies").resolve(file);
        Files.createDirectories(damaged.getParent());
        Files.writeString(damaged, text);
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("policies", file));
    }

    private List<String> said() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = directory + File.pathSeparator + System.getProperty("java.class.path");
        var builder = new ProcessBuilder(java, "-cp", classPath, "io.cordon.app.CordonApp");
        builder.environment().put("CDK_OUTDIR", directory.resolve("out").toString());
        var said = directory.resolve("said.txt");
        var code = builder.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(code).isEqualTo(1);
        return Files.readAllLines(said);
    }
}
