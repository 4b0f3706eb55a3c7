package io.cordon.runtime.platform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * One event served by one function before any real one is, out of everybody's sight: a second instance of its handler, an
 * AWS that is not there, variables that name nothing, a time of its own, and a standard output that goes nowhere. All of it lies in
 * {@code META-INF/cordon/rehearsals/<function>.json} and is forgotten afterwards; classes, compiled code and the shapes
 * that libraries remember stay.
 */
final class Rehearsal {
    private static final String FILES = "/META-INF/cordon/";
    private static final JsonMapper JSON = new JsonMapper();

    private final String handler;
    private final JsonNode script;
    private final RehearsedAws aws;

    private Rehearsal(String handler, JsonNode script) {
        this.handler = handler;
        this.script = script;
        this.aws = new RehearsedAws(script.get("answers"));
    }

    /** That of a function. */
    static Rehearsal of(String function) {
        return new Rehearsal(handlerOf(function), file("rehearsals/" + function + ".json"));
    }

    /** Serves the event, and gives the answer, or the message of the error where the answer is one. */
    String perform() {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Env.readFrom(JSON.convertValue(script.get("variables"), new TypeReference<Map<String, String>>() {})::get);
        AwsClients.wire(aws.wiring());
        if (script.has("at")) {
            Time.goBy(Clock.fixed(Instant.parse(script.get("at").textValue()), ZoneOffset.UTC));
        }
        try {
            return served(instance(handler));
        } catch (RuntimeException | IOException e) {
            return String.valueOf(e.getMessage());
        } finally {
            Time.goBy(Clock.systemUTC());
            AwsClients.wire(AwsWiring.STANDARD);
            Env.readFrom(System::getenv);
            System.setOut(out);
        }
    }

    /** Whether every answer of AWS was asked for. */
    boolean isOver() {
        return aws.isOver();
    }

    private String served(Object handler) throws IOException {
        if (handler instanceof RequestStreamHandler stream) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            stream.handleRequest(
                    new ByteArrayInputStream(JSON.writeValueAsBytes(script.get("event"))), answer, context());
            return answer.toString(StandardCharsets.UTF_8);
        }
        @SuppressWarnings("unchecked")
        RequestHandler<Object, Object> typed = (RequestHandler<Object, Object>) handler;
        return JSON.writeValueAsString(
                typed.handleRequest(JSON.convertValue(script.get("event"), eventOf(handler)), context()));
    }

    private static Class<?> eventOf(Object handler) {
        return Arrays.stream(handler.getClass().getMethods())
                .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
                .map(method -> method.getParameterTypes()[0])
                .findFirst()
                .orElseThrow();
    }

    private static Object instance(String type) {
        try {
            return Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, none) -> said(method));
    }

    private static Object said(Method method) {
        return method.getReturnType() == int.class ? 180_000 : "rehearsal";
    }

    private static String handlerOf(String function) {
        return file("functions.json")
                .get("functions")
                .valueStream()
                .filter(entry -> entry.get("name").textValue().equals(function))
                .map(entry -> entry.get("handler").textValue().split("::", -1)[0])
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode file(String name) {
        try (InputStream in = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(FILES + name), name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
