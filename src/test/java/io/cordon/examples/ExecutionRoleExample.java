package io.cordon.examples;

import io.cordon.functions.ExecutionRole;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

public final class ExecutionRoleExample extends Stack {
    public ExecutionRoleExample(Construct scope, String id) {
        super(scope, id);
        // example:start
        var role = new ExecutionRole(
                this,
                "Role",
                it -> it.permissionsBoundary(
                        ManagedPolicy.fromManagedPolicyName(this, "Boundary", "workload-boundary")));
        var function = Function.Builder.create(this, "Function")
                .runtime(Runtime.PYTHON_3_13)
                .handler("index.handler")
                .code(Code.fromInline("def handler(event, context): pass"))
                .role(role)
                .build();
        Bucket.fromBucketName(this, "Reports", "reports").grantRead(function); // lands in role.getPolicy()
        // example:end
    }
}
