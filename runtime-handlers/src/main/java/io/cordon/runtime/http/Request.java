package io.cordon.runtime.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the functions may know of a request: never more than they ask for. */
public final class Request {
    private final APIGatewayProxyRequestEvent event;
    private String job = "";

    Request(APIGatewayProxyRequestEvent event) {
        this.event = event;
    }

    /** The extended id: a caller can choose the other, and write what they like into every log by it. */
    public String correlationId() {
        boolean known =
                event.getRequestContext() != null && event.getRequestContext().getExtendedRequestId() != null;
        return known ? event.getRequestContext().getExtendedRequestId() : "";
    }

    /** Notes which job it turned out to be about, by the correlation id of the request that opened that job. */
    public void about(String openedBy) {
        this.job = openedBy;
    }

    String job() {
        return job;
    }

    /** Who asks, as the authorizer found out. */
    public Caller caller() {
        Map<String, Object> authorizer = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getAuthorizer();
        return Caller.of(orEmpty(authorizer));
    }

    /** Which route of the API it came by, such as {@code POST /api/v1/auth/refresh}: API Gateway's words, not the caller's. */
    public String route() {
        return event.getHttpMethod() + " " + event.getResource();
    }

    /** The part of the path with this name. */
    public @Nullable String path(String name) {
        return orEmpty(event.getPathParameters()).get(name);
    }

    /** The header, whatever the case of its name; refuses one that is sent twice. */
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        if (values.size() > 1) {
            throw new Refusal(Problem.invalid(new Problem.Flaw(name, "is sent at most once")));
        }
        return values.stream().findFirst();
    }

    /** The body, a small JSON object. */
    public ObjectNode json() {
        return JsonBody.read(this, event.getBody(), Boolean.TRUE.equals(event.getIsBase64Encoded()));
    }

    /** Itself, if it brings no body. */
    public Request withoutBody() {
        if (event.getBody() != null && !event.getBody().isEmpty()) {
            throw new Refusal(Problem.invalid(new Problem.Flaw("body", "is not expected")));
        }
        return this;
    }

    /** The header as often as it was sent. */
    List<String> headers(String name) {
        Map<String, List<String>> several = orEmpty(event.getMultiValueHeaders());
        if (!several.isEmpty()) {
            return several.entrySet().stream()
                    .filter(header -> name.equalsIgnoreCase(header.getKey()) && header.getValue() != null)
                    .flatMap(header -> header.getValue().stream())
                    .filter(Objects::nonNull)
                    .toList();
        }
        return orEmpty(event.getHeaders()).entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()) && header.getValue() != null)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
