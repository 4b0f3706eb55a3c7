package io.cordon.compliance.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiObjectRef;

/**
 * What one thread asks the CDK to create, for each app that is followed on it.
 *
 * <p>A request names the scope by a reference and the construct by its id: a {@code new}, a factory ({@code
 * BackupPlan.daily35DayRetention(this, "Plan")}), or a method that adds something to a construct ({@code
 * vpc.addGatewayEndpoint("S3", …)}). Of the last two nobody can say whether they make a construct of that id; a line noted
 * where none is does no harm. The first time that a scope is named it is asked for its path and its app, three requests
 * more; so constructs that only the other half made are scopes too.
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
        hear(message);
        return null;
    }

    private synchronized void hear(JsonNode message) {
        if (scopes.isEmpty()) {
            messages.stop();
            return;
        }
        var arguments = message.path("args");
        switch (message.path("api").asText()) {
            case "create" -> note(arguments.path(0), arguments.path(1), ConstructLines::made);
            case "sinvoke" -> note(arguments.path(0), arguments.path(1), ConstructLines::called);
            case "invoke" -> {
                if (mayAdd(message)) {
                    note(message.path("objref"), arguments.path(0), ConstructLines::called);
                }
            }
            default -> {}
        }
    }

    /** Of the many methods that take a text first: to ask whose each is would cost more than all the rest. */
    private static boolean mayAdd(JsonNode message) {
        var type = message.path("objref").path(REFERENCE).asText();
        return message.path("method").asText().startsWith("add")
                && type.startsWith("aws-cdk-lib.")
                && !type.contains(".Cfn")
                && !type.startsWith("aws-cdk-lib.Tag");
    }

    private void note(JsonNode in, JsonNode id, BiConsumer<ConstructLines, String> line) {
        var reference = in.path(REFERENCE).asText();
        if (reference.isEmpty() || !id.isTextual()) {
            return;
        }
        var scope = scopes.computeIfAbsent(reference, this::ask);
        if (scope.app != null) {
            line.accept(scope.app, (scope.path + "/" + id.asText().replace("/", "--")).replaceFirst("^/", ""));
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
