package io.cordon.runtime.authorizer;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.platform.RequestLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Between Lambda and the authorizer. Lambda writes uncaught errors to the log, so none with data in it gets out. */
final class Gate {
    private static final JsonMapper JSON = new JsonMapper();

    private final String function;
    private final Authorizer authorizer;

    Gate(String function, Authorizer authorizer) {
        this.function = function;
        this.authorizer = authorizer;
    }

    void serve(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = read(in);
        String correlationId =
                event.path("requestContext").path("extendedRequestId").asText();
        Map<String, Object> answer =
                RequestLog.around(context, new RequestLog(function, correlationId), log -> answer(event, log));
        JSON.writeValue(out, answer);
    }

    private Map<String, Object> answer(JsonNode event, RequestLog log) {
        try {
            Map<String, Object> answer = authorizer.answer(event);
            log.status(200);
            return answer;
        } catch (Refused e) {
            log.status(401);
            throw e;
        } catch (RuntimeException e) {
            log.status(500);
            log.failure(e);
            throw e instanceof Outage outage ? outage : new Outage(e.getClass().getSimpleName());
        }
    }

    private static JsonNode read(InputStream in) {
        try {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new Outage("event is no JSON");
        }
    }
}
