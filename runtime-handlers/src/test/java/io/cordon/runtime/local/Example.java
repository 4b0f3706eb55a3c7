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

    private static String request(JsonNode route) {
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
            case "object-created" -> arrivalOfNobodysDocument();
            default -> throw new IllegalStateException("No example of an event of the kind " + kind);
        };
    }

    private static String arrivalOfNobodysDocument() {
        return """
                {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created",
                 "source":"aws.s3","account":"111122223333","time":"2026-11-20T12:00:00Z","region":"eu-west-1",
                 "resources":["arn:aws:s3:::%1$s"],
                 "detail":{"version":"0","bucket":{"name":"%1$s"},"object":{"key":"incoming/%2$s","size":5,
                  "etag":"b1946ac92492d2347c6235b4d2611184","version-id":"IYV3p45BT0ac8hjHg1houSdS1a.Mro8e",
                  "sequencer":"617f08299329d189"},"request-id":"N4N7GDK58NMKJ12R","requester":"111122223333",
                  "source-ip-address":"192.0.2.1","reason":"PutObject"}}
                """.formatted(LocalAws.BUCKET, "a".repeat(32));
    }

    private static Map<String, Object> properties(String function) {
        SignedTrail.fresh().hours(1, 0);
        return function.equals("price-seed")
                ? Prices.book("2026-11", "amazon.nova-micro")
                : Map.of("ServiceToken", "token");
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
