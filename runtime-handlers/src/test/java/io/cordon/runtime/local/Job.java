package io.cordon.runtime.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.platform.Variables;
import java.util.HashMap;
import java.util.Map;

/** A function that no request starts, as Lambda runs it: fed what JSON becomes, answering nothing. */
public final class Job {
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("TRAIL", LocalAws.TRAIL),
            Map.entry("TRAIL_BUCKET", LocalAws.TRAIL_BUCKET),
            Map.entry("TRAIL_EXPECTED", LocalAws.TRAIL_EXPECTED),
            Map.entry("APPLICATION_TABLE", LocalAws.TABLE),
            Map.entry("UPLOAD_BUCKET", LocalAws.BUCKET),
            Map.entry("COST_TABLE", LocalAws.COSTS),
            Map.entry("LONGEST_TEXT_CHARACTERS", "200000"),
            Map.entry("LONGEST_ANSWER_TOKENS", "8192"),
            Map.entry("COST_RECORD_DAYS", "365"),
            Map.entry("POWERTOOLS_METRICS_NAMESPACE", "Cordon/Tests"));

    private final String name;
    private final RequestHandler<Map<String, Object>, ?> handler;

    private Job(String name, RequestHandler<Map<String, Object>, ?> handler) {
        this.name = name;
        this.handler = handler;
    }

    /** The function of this name in the manifest. */
    public static Job named(String name) {
        return named(name, Map.of());
    }

    /** The function of this name in the manifest, with these variables beside the usual ones. */
    public static Job named(String name, Map<String, String> variables) {
        LocalAws.start();
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("POWERTOOLS_SERVICE_NAME", name);
        environment.putAll(variables);
        return Variables.during(name, environment, () -> new Job(name, make(name)));
    }

    /** This handler, in place of the one that the function's own constructor makes. */
    public static Job running(String name, RequestHandler<Map<String, Object>, ?> handler) {
        return new Job(name, handler);
    }

    /** Takes one event, with fifteen minutes to work on it. */
    public void take(Map<String, Object> event) {
        take(event, 900_000);
    }

    /** Takes one event, with this much time. */
    public void take(Map<String, Object> event, int milliseconds) {
        take(event, new TestContext(milliseconds));
    }

    /** Takes one event. */
    public void take(Map<String, Object> event, TestContext context) {
        Recorder.RUNNING.set(name);
        try {
            handler.handleRequest(event, context);
        } finally {
            Recorder.RUNNING.remove();
        }
    }

    @SuppressWarnings("unchecked")
    private static RequestHandler<Map<String, Object>, ?> make(String name) {
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
