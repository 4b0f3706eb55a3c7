package io.cordon.api;

import io.cordon.policies.ApiPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;

/** What API Gateway answers by itself: problems as RFC 9457 writes them, with nothing of the request but its id. */
final class GatewayAnswers {
    private static final ApiPolicy POLICY = ApiPolicy.current();
    private static final int TOO_MANY_REQUESTS = 429;

    private GatewayAnswers() {}

    static void add(RestApi api, List<String> origins) {
        POLICY.problems()
                .forEach(problem -> api.addGatewayResponse(
                        problem.type(),
                        GatewayResponseOptions.builder()
                                .type(ResponseType.of(problem.type()))
                                .statusCode(problem.status() == 0 ? null : String.valueOf(problem.status()))
                                .responseHeaders(headers(problem, origins))
                                .templates(Map.of("application/json", body(problem)))
                                .build()));
    }

    private static Map<String, String> headers(ApiPolicy.Problem problem, List<String> origins) {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", "'application/problem+json'");
        headers.put("Cache-Control", "'no-store'");
        if (problem.status() == TOO_MANY_REQUESTS) {
            headers.put("Retry-After", "'" + POLICY.retryAfterSeconds().value() + "'");
        }
        // These answers are static. With several origins, to repeat the caller's would let every page read them.
        if (origins.size() == 1) {
            headers.put("Access-Control-Allow-Origin", "'" + origins.get(0) + "'");
        }
        return headers;
    }

    /** The extended id is API Gateway's own; the other one a caller can set by a header. */
    private static String body(ApiPolicy.Problem problem) {
        var status = problem.status() == 0 ? "" : ",\"status\":" + problem.status();
        return "{\"type\":\"urn:cordon:problem:" + problem.kind() + "\",\"title\":\"" + problem.title() + "\"" + status
                + ",\"requestId\":\"$context.extendedRequestId\"}";
    }
}
