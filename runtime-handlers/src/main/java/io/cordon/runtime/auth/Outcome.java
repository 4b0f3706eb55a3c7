package io.cordon.runtime.auth;

/** What came of somebody who proved who they are: the dimension {@code Outcome} of the metric. */
enum Outcome {
    /** A new person. */
    ONBOARDED,
    /** Somebody who came to be onboarded, and was so already. */
    KNOWN,
    /** Somebody known. */
    SIGNED_IN,
    /** Nobody known. */
    NOT_ONBOARDED,
    /** A session that goes on. */
    REFRESHED
}
