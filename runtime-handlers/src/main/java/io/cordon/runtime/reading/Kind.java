package io.cordon.runtime.reading;

/** What a document turned out to be: each is a value of a metric's dimension, so never free text. */
public enum Kind {
    /** Results of a laboratory. */
    LAB_RESULTS,
    /** Blood pressure, weight and other measurements of a person. */
    VITALS,
    /** What somebody is to take. */
    PRESCRIPTION,
    /** A letter or report of a clinic. */
    REPORT,
    /** A readable document of another kind. */
    OTHER,
    /** Nobody knows: the model did not say. */
    UNKNOWN
}
