package io.cordon.examples;

import io.cordon.account.ModelPrivacy;
import io.cordon.storage.SecureTempBucket;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

public final class ModelPrivacyExample extends Construct {
    public ModelPrivacyExample(Stack stack, SecureTempBucket prompts) {
        super(stack, "ModelPrivacyExample");
        // example:start
        new ModelPrivacy(this, "ModelPrivacy", it -> it.invocationLogs(prompts));
        // example:end
    }
}
