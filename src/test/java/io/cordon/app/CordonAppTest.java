package io.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as {@code cdk.json} starts it: a process of its own. */
class CordonAppTest {
    @TempDir
    Path directory;

    @Test
    void saysWhatItBuiltWhatItCheckedAndWhereTheEvidenceIs() throws IOException, InterruptedException {
        var run = run("{\"cordon:asOf\": \"2026-11-20\"}");

        assertThat(run.code).isZero();
        assertThat(run.out)
                .contains("Synthesized as of 2026-11-20")
                .containsPattern("CordonAccount +\\d+ resources +\\d+ KB template")
                .containsPattern("SerenyaBackend-prod +\\d+ resources +\\d+ KB template")
                .containsPattern("runtime-handlers +\\d+\\.\\d MB jar")
                .contains("0 non-compliant", "30 governed exceptions, 0 refused", "Result: passes the gate")
                .endsWith("index.html\n");
        assertThat(run.err).isEmpty();
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(directory.resolve("validation-report.json").toFile())
                        .findValues("violations"))
                .as("CloudFormation's own validator runs here too, and warns of nothing")
                .isNotEmpty()
                .allSatisfy(violations -> assertThat(violations).isEmpty());
        assertThat(directory.resolve("evidence/controls.csv")).exists();
        assertThat(run.out.lines().filter(line -> line.matches("(Checked|Rows|Exceptions|Result): .*")))
                .as("README.md shows what a synth prints")
                .hasSize(4)
                .allSatisfy(line ->
                        assertThat(Files.readString(Path.of("README.md"))).contains(line));
    }

    @Test
    void leavesSummaryAndEvidenceWhenItFails() throws IOException, InterruptedException {
        var run = run("{\"cordon:asOf\": \"2029-01-01\"}");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.out).contains("0 governed exceptions, 30 refused", "Result: fails the gate");
        assertThat(run.err).contains("ended on 2028-11-30", "Validation failed").doesNotContain("\tat ");
        assertThat(directory.resolve("evidence/exceptions.csv")).content().contains("Expired:");
    }

    @Test
    void endsWithOneMessageThatNamesEveryWrongSetting() throws IOException, InterruptedException {
        var run = run("""
                { "cordon:serenya:qa": {},
                  "cordon:serenya:prod": {"uploads": {"expiryDays": 9}, "operations": {"alertEmail": "x"}} }
                """);

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err)
                .startsWith("3 settings are wrong; nothing was synthesized:")
                .contains("cordon:serenya:qa: unknown stage", "uploads.expiryDays: 9;", "operations.alertEmail: x;")
                .doesNotContain("\tat ", "Exception", "    at ");
        assertThat(run.out).isEmpty();
        assertThat(directory.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void endsWithOneMessageOnADayThatIsNone() throws IOException, InterruptedException {
        var run = run("{\"cordon:asOf\": \"20.11.2026\"}");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err)
                .startsWith("cordon:asOf: not a date; must be yyyy-MM-dd")
                .doesNotContain("\tat ");
    }

    private Run run(String context) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "io.cordon.app.CordonApp");
        builder.environment().put("CDK_CONTEXT_JSON", context);
        builder.environment().put("CDK_OUTDIR", directory.toString());
        builder.environment().remove("CDK_VALIDATION");
        var err = directory.resolve("err.txt");
        var process = builder.redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    private record Run(int code, String out, String err) {}
}
