package io.cordon.examples;

import io.cordon.keys.DataKeys;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Keys for one system, and a log group under one of them. */
public final class DataKeysExample extends Stack {
    /** Creates the stack. */
    public DataKeysExample(Construct scope, String id) {
        super(scope, id);
        // example:start
        var keys = new DataKeys(this, "Keys", it -> it.aliasPrefix("clinic"));

        LogGroup.Builder.create(this, "Calls")
                .encryptionKey(keys.getApplication())
                .retention(RetentionDays.SIX_YEARS)
                .build();
        // example:end
    }
}
