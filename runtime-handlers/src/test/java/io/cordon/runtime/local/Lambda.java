package io.cordon.runtime.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.cordon.runtime.platform.Variables;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A function as Lambda runs it: made by its no-argument constructor, fed JSON, answering JSON. */
public final class Lambda {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "APPLICATION_TABLE", LocalAws.TABLE,
            "UPLOAD_BUCKET", LocalAws.BUCKET,
            "LARGEST_UPLOAD_BYTES", "5000000",
            "UPLOADS_PER_HOUR", "100",
            "UPLOAD_URL_SECONDS", "300",
            "JOB_DAYS", "4",
            "ALLOWED_ORIGINS", Event.PAGE + ",http://localhost:3000",
            "POWERTOOLS_METRICS_NAMESPACE", "Cordon/Tests");

    static {
        LocalAws.start();
    }

    private final String name;
    private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler;

    private Lambda(String name, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
        this.name = name;
        this.handler = handler;
    }

    /** The function of this name in the manifest, with these variables in place of the usual ones. */
    public static Lambda named(String name, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(SignIns.VARIABLES);
        environment.put("POWERTOOLS_SERVICE_NAME", name);
        environment.putAll(variables);
        return Variables.during(name, environment, () -> new Lambda(name, make(name)));
    }

    /** This handler, in place of the one that the function's own constructor makes. */
    public static Lambda running(
            String name, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
        return new Lambda(name, handler);
    }

    /** The function that opens jobs. */
    public static Lambda upload() {
        return named("upload", Map.of());
    }

    /** The function that tells how far a job has come. */
    public static Lambda status() {
        return named("status", Map.of());
    }

    /** The function that tells what was found. */
    public static Lambda result() {
        return named("result", Map.of());
    }

    /** The function that forgets a job. */
    public static Lambda cleanup() {
        return named("cleanup", Map.of());
    }

    /** Answers one event. */
    public Answer answer(Event event) {
        Recorder.RUNNING.set(name);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JacksonFactory.getInstance()
                    .getSerializer(APIGatewayProxyResponseEvent.class)
                    .toJson(handler.handleRequest(read(event.json()), new TestContext()), out);
            return Answer.of(out.toString(StandardCharsets.UTF_8));
        } finally {
            Recorder.RUNNING.remove();
        }
    }

    private static APIGatewayProxyRequestEvent read(String json) {
        return LambdaEventSerializers.serializerFor(APIGatewayProxyRequestEvent.class, Lambda.class.getClassLoader())
                .fromJson(json);
    }

    @SuppressWarnings("unchecked")
    private static RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> make(String name) {
        String type = Manifest.function(name).get("handler").textValue().split("::", -1)[0];
        try {
            return Class.forName(type)
                    .asSubclass(RequestHandler.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
