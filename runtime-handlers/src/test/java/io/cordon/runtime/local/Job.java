package io.cordon.runtime.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.cordon.runtime.platform.Variables;
import java.util.HashMap;
import java.util.Map;

/** A function that no request starts, as Lambda runs it: fed what JSON becomes, answering nothing. */
public final class Job {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TRAIL", LocalAws.TRAIL,
            "TRAIL_BUCKET", LocalAws.TRAIL_BUCKET,
            "TRAIL_EXPECTED", LocalAws.TRAIL_EXPECTED,
            "COST_TABLE", LocalAws.COSTS,
            "POWERTOOLS_METRICS_NAMESPACE", "Cordon/Tests");

    private final String name;
    private final RequestHandler<Map<String, Object>, ?> handler;

    private Job(String name, RequestHandler<Map<String, Object>, ?> handler) {
        this.name = name;
        this.handler = handler;
    }

    /** The function of this name in the manifest. */
    public static Job named(String name) {
        LocalAws.start();
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("POWERTOOLS_SERVICE_NAME", name);
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
        Recorder.RUNNING.set(name);
        try {
            handler.handleRequest(event, new TestContext(milliseconds));
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
