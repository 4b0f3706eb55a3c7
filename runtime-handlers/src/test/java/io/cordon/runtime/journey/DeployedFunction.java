package io.cordon.runtime.journey;

import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.platform.Variables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** A function as the template deploys it: its handler, its variables and its time, run by AWS's own runtime client. */
final class DeployedFunction {
    private final String name;
    private final String arn;
    private final Map<String, String> variables;
    private final Duration timeout;
    private final LambdaRequestHandler handler;

    private DeployedFunction(
            String name, String arn, Map<String, String> variables, Duration timeout, LambdaRequestHandler handler) {
        this.name = name;
        this.arn = arn;
        this.variables = variables;
        this.timeout = timeout;
        this.handler = handler;
    }

    /** Starts what the template says of this function, reached by this ARN. */
    static DeployedFunction start(Template template, Resource function, String arn) {
        String handler = template.text(function.at("/Handler"));
        String name = named(handler);
        Map<String, String> variables = new TreeMap<>();
        function.at("/Environment/Variables")
                .properties()
                .forEach(variable -> variables.put(variable.getKey(), template.text(variable.getValue())));
        Duration timeout = Duration.ofSeconds(function.at("/Timeout").asLong());
        return new DeployedFunction(name, arn, variables, timeout, load(name, handler, variables));
    }

    /** Its name in the manifest. */
    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    /** The value that the template gives it. */
    String variable(String variable) {
        return variables.getOrDefault(variable, "");
    }

    /** Answers one event, as an invocation of its own. */
    String answer(JsonNode event) {
        return answer(event, UUID.randomUUID().toString());
    }

    /** Answers one event, as the invocation with this id. */
    String answer(JsonNode event, String invocation) {
        InvocationRequest request = new InvocationRequest();
        request.setId(invocation);
        request.setInvokedFunctionArn(arn);
        request.setDeadlineTimeInMs(System.currentTimeMillis() + timeout.toMillis());
        request.setContent(event.toString().getBytes(StandardCharsets.UTF_8));
        try {
            return handler.call(request).toString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new Failed(name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static String named(String handler) {
        return Manifest.functions().stream()
                .filter(name -> Manifest.function(name).path("handler").asText().equals(handler))
                .findFirst()
                .orElseThrow(
                        () -> new Mismatch("The template runs " + handler + ", which the manifest does not name."));
    }

    private static LambdaRequestHandler load(String name, String handler, Map<String, String> variables) {
        String start = name + " " + UUID.randomUUID();
        LambdaRequestHandler loaded = Variables.during(start, variables, () -> RuntimeClient.handler(handler));
        TreeSet<String> unset = new TreeSet<>(Variables.readBy(start));
        unset.removeAll(variables.keySet());
        Mismatch.unless(
                unset.isEmpty(), name + " reads the variable " + first(unset) + ", which the template does not set.");
        TreeSet<String> unread = new TreeSet<>(variables.keySet());
        unread.removeAll(Variables.readBy(start));
        Mismatch.unless(
                unread.isEmpty(),
                "The template sets the variable " + first(unread) + " of " + name + ", which never reads it.");
        return loaded;
    }

    private static String first(TreeSet<String> names) {
        return names.isEmpty() ? "" : names.first();
    }

    /** What Lambda reports when a function throws. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String function, Exception cause) {
            super(function + " failed: " + (cause instanceof UserFault fault ? fault.trace : cause), cause);
        }

        /** Whether that was the message, by which API Gateway tells a refusal from a failure. */
        boolean says(String message) {
            return getCause() != null && message.equals(getCause().getMessage());
        }
    }
}
