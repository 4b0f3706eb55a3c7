package io.cordon.examples;

import io.cordon.api.ProtectedRestApi;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

public final class ProtectedRestApiExample extends Stack {
    public ProtectedRestApiExample(Construct scope, String id) {
        super(scope, id);
        var auditKey =
                Key.Builder.create(this, "AuditKey").enableKeyRotation(true).build();
        var authorizer = function("authorizer");
        var status = function("status");
        var signIn = function("sign-in");
        // example:start
        new ProtectedRestApi(
                this,
                "Api",
                it -> it.authorizer(authorizer)
                        .route("GET /jobs/{jobId}", status)
                        .route("POST /sign-in", signIn)
                        .open("Whoever signs in has no token yet.", "POST /sign-in")
                        .allowedOrigins("https://app.example.com")
                        .key(auditKey));
        // example:end
    }

    private IFunction function(String name) {
        return Function.fromFunctionAttributes(
                this,
                name,
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:eu-west-1:111122223333:function:" + name + ":live")
                        .sameEnvironment(true)
                        .build());
    }
}
