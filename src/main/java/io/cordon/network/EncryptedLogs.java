package io.cordon.network;

import io.cordon.keys.LogGroupAccess;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A log group under the network's key that ends when the network's logs do. */
final class EncryptedLogs {
    private EncryptedLogs() {}

    static LogGroup create(Construct scope, String id, IsolatedNetworkProps props) {
        LogGroupAccess.allow(props.logKey, Stack.of(scope));
        var group =
                LogGroup.Builder.create(scope, id).encryptionKey(props.logKey).build();
        // The L2 takes an enum of names; the policy file has days.
        var resource = (CfnLogGroup) group.getNode().getDefaultChild();
        resource.setRetentionInDays(props.logRetention.toDays());
        return group;
    }
}
