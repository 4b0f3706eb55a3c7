package io.cordon.runtime.journey;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;

/** AWS's runtime client, as far as it makes a handler and its event: the part of it that needs no Runtime API. */
final class RuntimeClient {
    static {
        try {
            // Its main method sets this loader, by which it finds the classes of events, and nothing else can.
            Field loader = AWSLambda.class.getDeclaredField("customerClassLoader");
            loader.setAccessible(true);
            loader.set(null, new URLClassLoader(new URL[0], RuntimeClient.class.getClassLoader()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private RuntimeClient() {}

    /** The handler of this name, such as {@code a.b.C::handleRequest}, ready to take events. */
    static LambdaRequestHandler handler(String name) {
        try {
            return EventHandlerLoader.loadEventHandler(
                    HandlerInfo.fromString(name, RuntimeClient.class.getClassLoader()));
        } catch (ReflectiveOperationException e) {
            throw new Mismatch("The template runs " + name + ", of which there is no class.");
        }
    }
}
