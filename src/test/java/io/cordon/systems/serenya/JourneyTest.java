package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.testing.Synthesized;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document's whole way through what a synth deploys: the template goes to a process of its own, where the functions'
 * project runs its handlers, with DynamoDB Local and an S3 server that checks signatures, wired as the template says.
 */
class JourneyTest {
    private static final String STACK = "SerenyaBackend-dev";
    private static final Path HANDLERS = Path.of("runtime-handlers", "target");
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SHIPPED =
            JSON.valueToTree(Synthesized.app(Serenya::addTo).template(STACK).toJSON());

    @TempDir
    private Path directory;

    @Test
    void leadsFromATokenToAForgottenJob() throws IOException, InterruptedException {
        var journey = through(SHIPPED);

        assertThat(journey.code()).as(journey.said()).isZero();
    }

    @Test
    void endsWithOneSentenceWhereTheTemplateRenamesARoute() throws IOException, InterruptedException {
        var renamed = SHIPPED.deepCopy();
        renamed.path("Resources")
                .valueStream()
                .filter(it -> it.at("/Properties/PathPart").asText().equals("result"))
                .forEach(it -> ((ObjectNode) it.get("Properties")).put("PathPart", "outcome"));

        var journey = through(renamed);

        assertThat(journey.said())
                .contains("The template's API has no route GET /api/v1/process/result/{jobId}, by which the manifest"
                        + " starts result; the template starts it by GET /api/v1/process/outcome/{jobId}.");
        assertThat(journey.code()).isEqualTo(1);
    }

    private Journey through(JsonNode template) throws IOException, InterruptedException {
        var file = directory.resolve("template.json");
        Files.writeString(file, template.toString());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", classPath(), "io.cordon.runtime.journey.Journey", file.toString())
                .redirectErrorStream(true);
        // The developer's own account is none of the journey's business; by this name metrics go to standard output.
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "journey");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Journey(process.waitFor(), said);
    }

    private static String classPath() throws IOException {
        var libraries = HANDLERS.resolve("test-class-path");
        assertThat(libraries)
                .as("the functions' tests are not built; run mvn -q -B -DskipTests package in runtime-handlers")
                .exists();
        return String.join(
                File.pathSeparator,
                List.of(
                        HANDLERS.resolve("test-classes").toString(),
                        HANDLERS.resolve("classes").toString(),
                        Files.readString(libraries).strip()));
    }

    private record Journey(int code, String said) {}
}
