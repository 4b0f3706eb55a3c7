package io.cordon.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;

/** One good event for each function, made from what the manifest says starts it. */
public final class Example implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final CloudFormationServer cloudFormation = CloudFormationServer.started();

    /** For this function, with all that has to be there before. */
    public String event(String function) {
        JsonNode entry = Manifest.function(function);
        return entry.get("routes").isEmpty()
                ? event(entry.at("/events/0/kind").textValue(), function)
                : request(entry.at("/routes/0"));
    }

    private static String auth() {
        return SignIns.onboarding(SignIns.GOOGLE.token(SignIns.somebody())).json();
    }

    private static String request(JsonNode route) {
        if (route.get("path").textValue().startsWith("/api/v1/auth/")) {
            return auth();
        }
        String caller = Event.somebody();
        if (route.get("method").textValue().equals("POST")) {
            return Event.upload(caller).json();
        }
        Answer job = Lambda.upload().answer(Event.upload(caller));
        return Event.status(caller, job.jobId())
                .by(caller, "documents:read documents:write")
                .json();
    }

    private String event(String kind, String function) {
        return switch (kind) {
            case "authorizer" ->
                Gateway.bearing(Token.of(Surroundings.KEY, "subject-1", Instant.now())
                                .signed())
                        .toString();
            case "custom-resource" -> json(cloudFormation.event("Create", properties(function)));
            case "object-created" ->
                json(Surroundings.CLINIC.receives("Leukozyten 11,2").arrival());
            case "schedule" -> json(Map.of("id", "event-1", "source", "aws.events"));
            default -> throw new IllegalStateException("No example of an event of the kind " + kind);
        };
    }

    private static Map<String, Object> properties(String function) {
        SignedTrail.fresh().hours(1, 0);
        return switch (function) {
            case "price-seed" -> Prices.book("2026-11", "amazon.nova-micro");
            case "model-privacy" -> Map.of("InvocationLogging", "off", "DataRetention", "none");
            default -> Map.of("ServiceToken", "token");
        };
    }

    /** What CloudFormation was told. */
    public CloudFormationServer cloudFormation() {
        return cloudFormation;
    }

    @Override
    public void close() {
        cloudFormation.close();
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }

    private static String json(Map<String, Object> event) {
        return JSON.valueToTree(event).toString();
    }
}
