package io.cordon.runtime.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.platform.RequestLog;
import io.cordon.runtime.platform.Unavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Turns events into requests and replies into responses; whatever happens, the caller gets a well-formed answer. */
public final class Endpoint {
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final String function;
    private final Origins origins;
    private final Function<Request, Reply> core;

    /** In front of this function's core; pages of these origins may read what it answers. */
    public Endpoint(String function, Origins origins, Function<Request, Reply> core) {
        this.function = function;
        this.origins = origins;
        this.core = core;
    }

    /** Answers one request and writes its log line. */
    public APIGatewayProxyResponseEvent serve(APIGatewayProxyRequestEvent event, Context context) {
        Request request = new Request(event);
        return RequestLog.around(context, new RequestLog(function, request.correlationId()), log -> {
            Reply reply = reply(request, log).with(origins.headers(request));
            log.status(reply.status());
            log.job(request.job());
            return response(reply);
        });
    }

    private Reply reply(Request request, RequestLog log) {
        try {
            return core.apply(request);
        } catch (Refusal e) {
            return e.reply();
        } catch (Unavailable e) {
            log.failure(e);
            return failure(new Problem(503, "unavailable", "Unavailable", "Try again later."));
        } catch (RuntimeException e) {
            log.failure(e);
            return failure(new Problem(500, "internal", "Internal error", "Try again later."));
        }
    }

    private static Reply failure(Problem problem) {
        return new Refusal(problem, LATER).reply();
    }

    private static APIGatewayProxyResponseEvent response(Reply reply) {
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (reply.hasContent()) {
            headers.put("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        }
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(reply.status())
                .withHeaders(headers)
                .withBody(reply.hasContent() ? json(reply.body()) : "")
                .withIsBase64Encoded(false);
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Replies hold only text, numbers, lists, maps and JSON");
        }
    }
}
