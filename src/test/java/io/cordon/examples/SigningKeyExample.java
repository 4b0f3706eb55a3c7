package io.cordon.examples;

import io.cordon.functions.RuntimeFunction;
import io.cordon.keys.SigningKey;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Two versions of a signing key, and the authorizer that verifies with both. */
public final class SigningKeyExample extends Stack {
    /** What the stack has already; the network has an interface endpoint for {@code kms}. */
    public record Place(IKey applicationKey, IVpc vpc, ISecurityGroup functions) {}

    /** Creates the stack. */
    public SigningKeyExample(Construct scope, String id, Function<Stack, Place> have) {
        super(scope, id);
        var place = have.apply(this);
        // example:start
        var first = new SigningKey(this, "TokensV1", it -> it.aliasPrefix("clinic"));
        var second =
                new SigningKey(this, "TokensV2", it -> it.aliasPrefix("clinic").version(2));

        var authorizer = new RuntimeFunction(
                this,
                "Authorizer",
                it -> it.function("authorizer")
                        .bind("signingKeys", first.getKey(), second.getKey())
                        .setting("tokenIssuer", "https://sign-in.clinic.example")
                        .setting("tokenAudience", "clinic-api")
                        .setting("longestTokenSeconds", 900)
                        .setting("metricsNamespace", "Clinic")
                        .network(place.vpc(), place.functions())
                        .key(place.applicationKey())
                        .reservedConcurrency(10));
        // example:end
        exportValue(authorizer.getAlias().getFunctionArn());
    }
}
