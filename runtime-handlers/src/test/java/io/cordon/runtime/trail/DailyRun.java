package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.SignedTrail;
import io.cordon.runtime.local.StandardOut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The whole function, started by the clock. */
final class DailyRun {
    private final Job job = Job.named("trail-check");
    private List<String> lines = List.of();

    /** What it says, with fifteen minutes of time. */
    List<String> findings() {
        return findings(900_000);
    }

    /** What it says; nothing of a record may be in it. */
    List<String> findings(int milliseconds) {
        lines = StandardOut.linesOf(() -> job.take(Map.of("id", "event-1", "source", "aws.events"), milliseconds));
        assertThat(lines).noneMatch(line -> line.contains("SECRET"));
        return lines.stream()
                .map(DailyRun::json)
                .filter(line -> line.has("durationMs"))
                .peek(line -> assertThat(line.path("checked").asText()).isEqualTo(DailyCheck.SCOPE))
                .flatMap(line -> line.path("findings").valueStream().map(JsonNode::asText))
                .toList();
    }

    /** What it counted. */
    List<String> metrics() {
        return lines.stream()
                .map(line -> json(line)
                        .at("/_aws/CloudWatchMetrics/0/Metrics/0/Name")
                        .asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What a file holds. */
    byte[] unzipped(String key) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(SignedTrail.bytes(key)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
