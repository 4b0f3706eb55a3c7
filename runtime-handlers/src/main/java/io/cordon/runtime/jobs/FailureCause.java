package io.cordon.runtime.jobs;

/** Why a document came to nothing; its name is all that is written down about it. */
public enum FailureCause {
    /** Its bytes are of another type than was announced. */
    TYPE_MISMATCH,
    /** It is damaged, or the model's service cannot read it. */
    UNREADABLE,
    /** It is larger than announced, or than a model takes. */
    TOO_LARGE,
    /** There is nothing in it. */
    EMPTY,
    /** The model's answer reached its limit before its end. */
    ANSWER_CUT,
    /** The model's answer is not what was asked for. */
    ANSWER_MALFORMED,
    /** The model did not answer, however often it was asked. */
    MODEL_UNAVAILABLE,
    /** AWS did not do what it was asked for, however often. */
    UNAVAILABLE,
    /** A fault of ours. */
    INTERNAL
}
