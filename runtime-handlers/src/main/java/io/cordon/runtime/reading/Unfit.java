package io.cordon.runtime.reading;

/** Why a document goes to no model. */
public enum Unfit implements Checked {
    /** There is nothing in it. */
    EMPTY,
    /** It is larger, longer or has more pixels than a model takes. */
    TOO_LARGE,
    /** It is not of the type that was announced. */
    TYPE_MISMATCH,
    /** It is of that type, and damaged or malformed. */
    UNREADABLE
}
