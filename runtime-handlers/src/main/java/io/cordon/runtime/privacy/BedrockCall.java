package io.cordon.runtime.privacy;

import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.provisioning.Refused;
import java.util.function.Supplier;
import software.amazon.awssdk.services.bedrock.model.AccessDeniedException;

/** Says what to do where Bedrock does not allow a setting; all else is as with every call of AWS. */
final class BedrockCall {
    private BedrockCall() {}

    /** Makes a call that IAM knows as this action. */
    static <T> T make(String action, Supplier<T> call) {
        return AwsCall.make(() -> {
            try {
                return call.get();
            } catch (AccessDeniedException e) {
                throw denied(action);
            }
        });
    }

    static Refused denied(String action) {
        return new Refused("AWS denies " + action + " to this function; allow it, in a service control policy and a"
                + " permissions boundary too where there is one, then deploy again.");
    }
}
