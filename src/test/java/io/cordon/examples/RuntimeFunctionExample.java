package io.cordon.examples;

import io.cordon.functions.FunctionManifest;
import io.cordon.functions.RuntimeFunction;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

public final class RuntimeFunctionExample extends Stack {
    /** What the stack has already. */
    public record Stores(IBucket uploads, ITable application, IKey phiKey, IVpc vpc, ISecurityGroup functions) {}

    public RuntimeFunctionExample(Construct scope, String id, FunctionManifest manifest, Function<Stack, Stores> have) {
        super(scope, id);
        var stores = have.apply(this);
        // example:start
        var upload = new RuntimeFunction(
                this,
                "Upload",
                it -> it.function("upload")
                        .manifest(manifest)
                        .bind("uploads", stores.uploads(), stores.phiKey())
                        .bind("application", stores.application(), stores.phiKey())
                        .setting("largestUploadBytes", 10_485_760)
                        .network(stores.vpc(), stores.functions())
                        .key(stores.phiKey())
                        .reservedConcurrency(5));
        // example:end
        exportValue(upload.getAlias().getFunctionArn());
    }
}
