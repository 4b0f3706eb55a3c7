package io.cordon.compliance.source;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiRuntime;

/**
 * The messages that this thread sends to the CDK's other half, as jsii lets its own tests hear them.
 *
 * <p>Field and interface are not public, so all of what is not promised about them stays in this class.
 */
final class JsiiMessages {
    static final String FIELD = "messageInspector";

    private final ThreadLocal<@Nullable Object> inspector;
    private final Class<?> type;

    @SuppressWarnings("unchecked")
    JsiiMessages(String name) throws ReflectiveOperationException {
        var field = JsiiRuntime.class.getDeclaredField(name);
        field.setAccessible(true);
        this.inspector = (ThreadLocal<@Nullable Object>) field.get(null);
        this.type = Class.forName("software.amazon.jsii.MessageInspector");
    }

    /** Returns who hears them. */
    @Nullable
    InvocationHandler listener() {
        var listening = inspector.get();
        return listening == null ? null : Proxy.getInvocationHandler(listening);
    }

    /** Lets {@code listener} hear them: its first argument is the message. */
    void tell(InvocationHandler listener) {
        inspector.set(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, listener));
    }

    /** Lets nobody hear them. */
    void stop() {
        inspector.remove();
    }
}
