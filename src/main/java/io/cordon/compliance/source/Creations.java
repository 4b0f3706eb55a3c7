package io.cordon.compliance.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiObjectRef;

/**
 * What one thread asks the CDK to create, for each app that is followed on it.
 *
 * <p>A request names the scope by a reference and the construct by its id. The first time that a scope is named it is
 * asked for its path and its app, three requests more; so constructs that only the other half made are scopes too.
 */
final class Creations implements InvocationHandler {
    private static final String REFERENCE = "$jsii.byref";

    private final JsiiMessages messages;
    private final Map<String, Scope> scopes = new HashMap<>();

    private Creations(JsiiMessages messages) {
        this.messages = messages;
    }

    /**
     * A construct in which others are made.
     *
     * @param path its path
     * @param app the app that it is in; null if nobody follows that
     */
    private record Scope(String path, @Nullable ConstructLines app) {
        static final Scope OF_NO_APP = new Scope("", null);
    }

    static Creations follow(App app, ConstructLines lines, JsiiMessages messages) {
        var creations = messages.listener() instanceof Creations hearing ? hearing : new Creations(messages);
        messages.tell(creations);
        creations.add(JsiiEngine.getInstance().nativeToObjRef(app).getObjId(), new Scope("", lines));
        return creations;
    }

    private synchronized void add(String reference, Scope scope) {
        scopes.put(reference, scope);
    }

    /** Lets go of all that is known of an app; it may be another thread that asks for it. */
    synchronized void forget(ConstructLines app) {
        scopes.values().removeIf(scope -> scope.app == null || scope.app == app);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws ReflectiveOperationException {
        if (arguments == null || !(arguments[0] instanceof JsonNode message)) {
            return method.invoke(this, arguments);
        }
        if (message.path("api").asText().equals("create")) {
            created(message.path("args"));
        }
        return null;
    }

    private synchronized void created(JsonNode arguments) {
        if (scopes.isEmpty()) {
            messages.stop();
            return;
        }
        var reference = arguments.path(0).path(REFERENCE).asText();
        var id = arguments.path(1);
        if (reference.isEmpty() || !id.isTextual()) {
            return;
        }
        var scope = scopes.computeIfAbsent(reference, this::ask);
        if (scope.app != null) {
            scope.app.note((scope.path + "/" + id.asText().replace("/", "--")).replaceFirst("^/", ""));
        }
    }

    /** What has no path is no construct: other classes too take a reference and a text. */
    private Scope ask(String reference) {
        try {
            var client = JsiiEngine.getInstance().getClient();
            var node = JsiiObjectRef.parse(client.getPropertyValue(JsiiObjectRef.fromObjId(reference), "node"));
            var root = client.getPropertyValue(node, "root").path(REFERENCE).asText();
            var app = scopes.getOrDefault(root, Scope.OF_NO_APP).app();
            return new Scope(client.getPropertyValue(node, "path").asText(), app);
        } catch (RuntimeException e) {
            return Scope.OF_NO_APP;
        }
    }
}
