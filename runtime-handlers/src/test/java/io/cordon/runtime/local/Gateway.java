package io.cordon.runtime.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.platform.Variables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** API Gateway in front of an authorizer: sends the event, reads the answer, and turns errors into its own. */
public final class Gateway {
    /** The stage that is called. */
    public static final String STAGE = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod";

    private static final JsonMapper JSON = new JsonMapper();

    private final RequestStreamHandler authorizer;

    private Gateway(RequestStreamHandler authorizer) {
        this.authorizer = authorizer;
    }

    /** What the caller gets (200 stands for: goes on), what the authorizer said, and what it threw. */
    public record Decision(int status, JsonNode answer, Optional<Exception> thrown) {
        /** What it threw, in a word. */
        public String error() {
            return thrown.map(Exception::toString).orElse("");
        }
    }

    /** In front of this one. */
    public static Gateway of(RequestStreamHandler authorizer) {
        return new Gateway(authorizer);
    }

    /** In front of the authorizer of the manifest, made as Lambda makes it, which knows these keys. */
    public static Gateway knowing(String keys) {
        Map<String, String> environment = Map.of(
                "SIGNING_KEYS",
                keys,
                "TOKEN_ISSUER",
                Token.ISSUER,
                "TOKEN_AUDIENCE",
                Token.AUDIENCE,
                "LONGEST_TOKEN_SECONDS",
                Long.toString(Token.LONGEST),
                "POWERTOOLS_METRICS_NAMESPACE",
                "Cordon/Tests",
                "POWERTOOLS_SERVICE_NAME",
                "authorizer");
        return new Gateway(Variables.during("authorizer", environment, Gateway::make));
    }

    /** A request with these values of the header, each in a line of its own. */
    public static ObjectNode request(String... authorization) {
        ObjectNode event = JSON.createObjectNode().put("type", "REQUEST");
        event.put("methodArn", STAGE + "/GET/api/v1/process/status/abc").put("path", "/api/v1/process/status/abc");
        event.putObject("requestContext")
                .put("requestId", "chosen-by-the-caller")
                .put("extendedRequestId", "gateway-request-1");
        ObjectNode headers = event.putObject("headers").put("Accept", "*/*");
        ObjectNode several = event.putObject("multiValueHeaders");
        several.putArray("Accept").add("*/*");
        for (String value : authorization) {
            headers.put("Authorization", value);
            several.withArray("/Authorization").add(value);
        }
        return event;
    }

    /** A request with this token. */
    public static ObjectNode bearing(String token) {
        return request("Bearer " + token);
    }

    /** Asks the authorizer. */
    public Decision ask(JsonNode event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Recorder.RUNNING.set("authorizer");
        try {
            byte[] in = event.toString().getBytes(StandardCharsets.UTF_8);
            authorizer.handleRequest(new ByteArrayInputStream(in), out, new TestContext());
            return new Decision(200, JSON.readTree(out.toByteArray()), Optional.empty());
        } catch (IOException | RuntimeException e) {
            int status = "Unauthorized".equals(e.getMessage()) ? 401 : 500;
            return new Decision(status, JSON.nullNode(), Optional.of(e));
        } finally {
            Recorder.RUNNING.remove();
        }
    }

    private static RequestStreamHandler make() {
        LocalKms.start();
        String type = Manifest.function("authorizer").get("handler").textValue().split("::", -1)[0];
        try {
            return Class.forName(type)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
