package io.cordon.runtime.platform;

/**
 * The metrics that functions emit, each a count with the dimension {@code Service}, some also by {@code Cause}; the
 * manifest declares the same.
 */
public enum Metric {
    /** A new job was opened. */
    UPLOADS_OPENED("UploadsOpened"),
    /** A request to open a job was refused because of what was asked or who asked. */
    UPLOADS_REFUSED("UploadsRefused"),
    /** An access token was good. */
    TOKENS_ACCEPTED("TokensAccepted"),
    /** A request had no good access token; with its cause. */
    TOKENS_REFUSED("TokensRefused"),
    /** KMS did not say what a signing key is; remembered keys may still bridge it. */
    KEYS_UNAVAILABLE("KeysUnavailable"),
    /** One thing is wrong with a trail or with what it delivered. */
    TRAIL_PROBLEMS("TrailProblems"),
    /** A trail and all that it delivered since the last check is as it should be. */
    TRAIL_VERIFIED("TrailVerified");

    private final String published;

    Metric(String published) {
        this.published = published;
    }

    /** The name in CloudWatch. */
    public String published() {
        return published;
    }
}
