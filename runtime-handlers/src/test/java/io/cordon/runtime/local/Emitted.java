package io.cordon.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Collectors;

/** The lines that a function wrote to standard output: its log and its metrics. */
public record Emitted(List<JsonNode> lines, String text) {
    /** What the work wrote. */
    public static Emitted during(Runnable work) {
        List<String> lines = StandardOut.linesOf(work);
        return new Emitted(lines.stream().map(Emitted::json).toList(), String.join("\n", lines));
    }

    /** The one line of the log. */
    public JsonNode log() {
        return lines.stream()
                .filter(line -> line.has("durationMs"))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one line: " + one + other);
                })
                .orElseThrow();
    }

    /** The metrics, such as {@code InputTokens 1200 Model=x Kind=REPORT}; those that measure time without their value. */
    public List<String> metrics() {
        return lines.stream()
                .filter(line -> line.has("_aws"))
                .map(Emitted::metric)
                .toList();
    }

    private static String metric(JsonNode line) {
        JsonNode declared = line.at("/_aws/CloudWatchMetrics/0");
        JsonNode metric = declared.at("/Metrics/0");
        String name = metric.get("Name").asText();
        String value = metric.path("Unit").asText().equals("Milliseconds")
                ? ""
                : " " + line.get(name).asLong();
        String parts = Manifest.list(declared.at("/Dimensions/1"))
                .map(JsonNode::asText)
                .filter(dimension -> !dimension.equals("Service"))
                .map(dimension -> " " + dimension + "=" + line.get(dimension).asText())
                .collect(Collectors.joining());
        return name + value + parts;
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
