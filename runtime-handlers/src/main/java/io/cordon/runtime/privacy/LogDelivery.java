package io.cordon.runtime.privacy;

/**
 * Where Bedrock writes down each call of a model.
 *
 * @param bucket the name of the bucket; empty if there is none
 * @param keyPrefix what its keys begin with, without a slash at its end; empty for nothing
 * @param text whether prompts and answers are written
 * @param more whether anything else is, or to anywhere else
 */
record LogDelivery(String bucket, String keyPrefix, boolean text, boolean more) {
    /** Text to this bucket, and nothing else. */
    static LogDelivery ofText(String bucket, String keyPrefix) {
        return new LogDelivery(bucket, keyPrefix, true, false);
    }
}
