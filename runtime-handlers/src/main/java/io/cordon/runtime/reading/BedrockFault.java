package io.cordon.runtime.reading;

import io.cordon.runtime.platform.BedrockRetries;
import io.cordon.runtime.reading.Reading.TurnedAway;
import io.cordon.runtime.reading.Reading.Unanswered;
import io.cordon.runtime.reading.Reading.Unreadable;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/**
 * What it means that a call failed. Statuses as in
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html; a message is looked at and never kept.
 */
final class BedrockFault {
    private static final int MODEL_TIMEOUT = 408;
    private static final int MODEL_ERROR = 424;
    private static final int SERVER = 500;

    /**
     * What a validation error says when no document could have passed. Bedrock has one code for a wrong document and a
     * wrong deployment, and a deployment must not cost people their documents; an unknown sentence counts against the document.
     */
    private static final Pattern DEPLOYMENT = Pattern.compile(
            "model identifier|on-demand throughput|inference profile|support(s|ed)? the model|"
                    + "model (does ?n.t|does not) support|tool_?choice|toolConfig|inferenceConfig|end of its life",
            Pattern.CASE_INSENSITIVE);

    /** What Bedrock and the models behind it say of a document that is longer than their window. */
    private static final Pattern TOO_LONG =
            Pattern.compile("(input|prompt) is too long|too many input tokens", Pattern.CASE_INSENSITIVE);

    private BedrockFault() {}

    static Reading of(SdkException e) {
        if (e instanceof ValidationException invalid) {
            return ofInput(invalid);
        }
        if (BedrockRetries.neverBegan(e)) {
            return new TurnedAway(code(e));
        }
        if (e instanceof AwsServiceException refused && isRefusal(refused.statusCode())) {
            return new TurnedAway(code(e));
        }
        return new Unanswered(code(e));
    }

    private static Reading ofInput(ValidationException invalid) {
        String message = String.valueOf(invalid.getMessage());
        if (DEPLOYMENT.matcher(message).find()) {
            return new TurnedAway(code(invalid));
        }
        return new Unreadable(TOO_LONG.matcher(message).find() ? Unfit.TOO_LARGE : Unfit.UNREADABLE);
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < SERVER && status != MODEL_TIMEOUT && status != MODEL_ERROR;
    }

    private static String code(SdkException e) {
        if (e instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && service.awsErrorDetails().errorCode() != null) {
            return service.awsErrorDetails().errorCode();
        }
        // The SDK wraps what the network did in an exception that says nothing.
        Throwable told = e.getClass() == SdkClientException.class ? BedrockRetries.root(e) : e;
        return told.getClass().getSimpleName();
    }
}
