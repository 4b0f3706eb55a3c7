package io.cordon.runtime.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.BedrockSettingsServer;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The custom resource in an account of its own, whose pauses cost no time. */
final class Deployed {
    static final Map<String, Object> SAFE = Map.of("InvocationLogging", "off", "DataRetention", "none");

    /** How long it was paused, each time. */
    final List<Duration> pauses = new ArrayList<>();

    private final Job function;

    Deployed() {
        LocalAws.start();
        LocalAws.BEDROCK.reset();
        function = Job.running(
                "model-privacy",
                Variables.during(
                        "model-privacy",
                        Map.of("POWERTOOLS_SERVICE_NAME", "model-privacy"),
                        () -> new ModelPrivacyHandler(pauses::add)));
    }

    static Map<String, Object> logging(String bucket, String prefix) {
        return Map.of("InvocationLogging", Map.of("Bucket", bucket, "KeyPrefix", prefix), "DataRetention", "none");
    }

    static Map<String, Object> logging() {
        return logging(BedrockSettingsServer.BUCKET, "models");
    }

    JsonNode answer(String type, Map<String, Object> properties) {
        return answer(type, properties, 240_000);
    }

    JsonNode answer(String type, Map<String, Object> properties, int milliseconds) {
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            function.take(waiting.event(type, properties), milliseconds);
            return waiting.answer();
        }
    }

    /** {@code SUCCESS}, or why not. */
    String outcome(String type, Map<String, Object> properties) {
        return outcome(answer(type, properties));
    }

    static String outcome(JsonNode answer) {
        String status = answer.get("Status").asText();
        return status.equals("FAILED") ? answer.get("Reason").asText() : status;
    }
}
