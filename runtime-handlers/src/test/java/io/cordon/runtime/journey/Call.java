package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it comes over the network. */
record Call(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    /** The event that API Gateway makes of it, for the route that it took. */
    ObjectNode event(Route route, String api, String stage, String requestId) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("resource", route.path()).put("path", path).put("httpMethod", method);
        ObjectNode single = event.putObject("headers");
        ObjectNode several = event.putObject("multiValueHeaders");
        headers.forEach((name, value) -> {
            single.put(name, value);
            several.putArray(name).add(value);
        });
        event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
        event.set("pathParameters", route.parameters(path));
        event.putNull("stageVariables").put("body", body).put("isBase64Encoded", false);
        ObjectNode context = event.putObject("requestContext");
        context.put("accountId", Names.ACCOUNT).put("apiId", api).put("stage", stage);
        context.put("resourcePath", route.path()).put("httpMethod", method);
        context.put("path", "/" + stage + path).put("protocol", "HTTP/1.1");
        context.put("requestId", "chosen-by-the-caller").put("extendedRequestId", requestId);
        context.putObject("identity").put("sourceIp", "192.0.2.1").put("userAgent", "journey");
        return event;
    }
}
