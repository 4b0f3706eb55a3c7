package io.cordon.observe.monitors;

import io.cordon.functions.RuntimeFunction;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;

/** The environment variables of a function, from the resource itself, so that they are what will be deployed. */
final class FunctionVariables {
    private final RuntimeFunction function;

    FunctionVariables(RuntimeFunction function) {
        this.function = function;
    }

    String text(String name) {
        if (all().get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("watch: " + function.getEntry().name() + "; its variable " + name
                + " is not set to a text, so nobody knows under which name its metrics appear; set it");
    }

    private Map<?, ?> all() {
        var resource = (CfnFunction)
                Objects.requireNonNull(function.getFunction().getNode().getDefaultChild());
        var resolved = Stack.of(function).resolve(resource.getEnvironment());
        return resolved instanceof Map<?, ?> environment && environment.get("variables") instanceof Map<?, ?> variables
                ? variables
                : Map.of();
    }
}
