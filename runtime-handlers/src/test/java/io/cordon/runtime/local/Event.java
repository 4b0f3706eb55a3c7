package io.cordon.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;

/** An event of API Gateway's REST proxy, as JSON. */
public final class Event {
    /** The origin of a web page whose users may call. */
    public static final String PAGE = "https://app.example.com";

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode event = JSON.createObjectNode();
    private final ObjectNode headers = event.putObject("headers");
    private final ObjectNode several = event.putObject("multiValueHeaders");
    private final ObjectNode authorizer;

    private Event() {
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", "chosen-by-the-caller");
        context.put("extendedRequestId", "gateway-request-1");
        context.putObject("identity").put("sourceIp", "192.0.2.1");
        authorizer = context.putObject("authorizer");
    }

    /** A caller that nobody else is. */
    public static String somebody() {
        return "subject-" + UUID.randomUUID();
    }

    /** Not even a request. */
    public static Event nothing() {
        return new Event().but(ObjectNode::removeAll);
    }

    /** A request to open a job. */
    public static Event upload(String caller, String body) {
        return new Event()
                .by(caller, "documents:read documents:write")
                .header("Content-Type", "application/json")
                .body(body);
    }

    /** A good request to open a job. */
    public static Event upload(String caller) {
        return upload(caller, "{\"contentType\":\"application/pdf\",\"contentLength\":11}");
    }

    /** A request for the status of a job. */
    public static Event status(String caller, String jobId) {
        return about(jobId).by(caller, "documents:read");
    }

    /** A request for the result of a job. */
    public static Event result(String caller, String jobId) {
        return about(jobId).by(caller, "documents:read");
    }

    /** A request to forget a job. */
    public static Event cleanup(String caller, String jobId) {
        return about(jobId).by(caller, "documents:write");
    }

    /** A request to sign in, by nobody whom we know yet, for this route of the API. */
    public static Event auth(String route, String body) {
        Event event = new Event()
                .byNobody()
                .header("Content-Type", "application/json")
                .body(body);
        event.event.put("httpMethod", "POST").put("resource", "/api/v1/auth/" + route);
        event.event.put("path", "/api/v1/auth/" + route);
        return event;
    }

    private static Event about(String jobId) {
        Event event = new Event();
        event.event.put("body", (String) null);
        event.event.putObject("pathParameters").put("jobId", jobId);
        return event;
    }

    /** From another caller. */
    public Event by(String subject, String scope) {
        authorizer.put("principalId", subject).put("scope", scope);
        return this;
    }

    /** From whom the authorizer let in: API Gateway puts the context beside the principal. */
    public Event by(Gateway.Decision decision) {
        authorizer.removeAll();
        authorizer.setAll((ObjectNode) decision.answer().get("context"));
        authorizer.set("principalId", decision.answer().get("principalId"));
        return this;
    }

    /** From nobody. */
    public Event byNobody() {
        authorizer.removeAll();
        return this;
    }

    /** With one more header. */
    public Event header(String name, String value) {
        headers.put(name, value);
        several.withArray("/" + name).add(value);
        return this;
    }

    /** With no such header. */
    public Event without(String name) {
        headers.remove(name);
        several.remove(name);
        return this;
    }

    /** With another body. */
    public Event body(String body) {
        event.put("body", body);
        return this;
    }

    /** Under another correlation id. */
    public Event request(String extendedId) {
        event.withObject("/requestContext").put("extendedRequestId", extendedId);
        return this;
    }

    /** Changed in any way. */
    public Event but(Consumer<ObjectNode> change) {
        change.accept(event);
        return this;
    }

    /** With a body that API Gateway passes on as Base64. */
    public Event base64(String body) {
        event.put("isBase64Encoded", true);
        return body(body);
    }

    String json() {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
