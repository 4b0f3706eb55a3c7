package io.cordon.runtime.platform;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into ours; their messages may quote keys and items, so only the error code is kept. */
public final class AwsCall {
    private AwsCall() {}

    /** Makes the call; whatever the SDK throws becomes {@link Unavailable}. */
    public static <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new Unavailable(reason(e));
        }
    }

    private static String reason(SdkException e) {
        if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            return service.awsErrorDetails().serviceName() + " "
                    + service.awsErrorDetails().errorCode();
        }
        return e.getClass().getSimpleName();
    }
}
