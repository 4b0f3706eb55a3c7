package io.cordon.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** A stack with an API whose functions live elsewhere. */
final class Clinic extends Stack {
    final IKey key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();

    Clinic(Construct scope, String id) {
        super(scope, id);
    }

    Clinic(Construct scope, String id, Environment env) {
        super(scope, id, StackProps.builder().env(env).build());
    }

    ProtectedRestApiProps.Builder props() {
        return ProtectedRestApiProps.builder()
                .authorizer(function("authorizer"))
                .route("GET /jobs/{id}", function("status"))
                .key(key);
    }

    IFunction function(String name) {
        var existing = getNode().tryFindChild(name);
        return existing != null
                ? (IFunction) existing
                : Function.fromFunctionAttributes(
                        this,
                        name,
                        FunctionAttributes.builder()
                                .functionArn("arn:aws:lambda:eu-west-1:111122223333:function:" + name + ":live")
                                .sameEnvironment(true)
                                .build());
    }

    ProtectedRestApi api(Consumer<ProtectedRestApiProps.Builder> more) {
        var props = props();
        more.accept(props);
        return new ProtectedRestApi(this, "Api", props.build());
    }

    /** Synthesizes a clinic whose API says more, behind the gate. */
    static Synthesized with(Consumer<ProtectedRestApiProps.Builder> more) {
        return Synthesized.app(app -> new Clinic(app, "Clinic").api(more));
    }

    /** A clinic outside any gate, for what is refused before a synth. */
    static Clinic alone() {
        return new Clinic(new App(), "Clinic");
    }

    static JsonNode only(Synthesized app, String type) {
        var found = app.resources("Clinic", type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type);
        }
        return found.get(0);
    }
}
