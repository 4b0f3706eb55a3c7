package io.cordon.runtime.jobs;

import java.util.Arrays;
import java.util.Optional;

/** Why a document came to nothing: the word that is stored, and a sentence for whoever uploaded it. */
public enum FailureCause {
    /** Its bytes are not of the announced type. */
    TYPE_MISMATCH("The document is not of the type that was announced."),
    /** The model cannot open it. */
    UNREADABLE("The document cannot be read."),
    /** It is longer than a model is given. */
    TOO_LARGE("The document is longer than can be read at once. Upload a part of it."),
    /** There is nothing in it. */
    EMPTY("The document is empty."),
    /** The answer reached its limit before its end. */
    ANSWER_CUT("The document holds more than can be answered at once. Upload a part of it."),
    /** The answer was not what was asked for. */
    ANSWER_MALFORMED("No usable answer was found. Uploading the document again may help."),
    /** The model turned the call away until the last try. */
    MODEL_UNAVAILABLE("The document could not be read in time. Upload it again later."),
    /** Something else was out of reach until the last try. */
    UNAVAILABLE("The document could not be processed in time. Upload it again later."),
    /** A fault of ours. */
    INTERNAL("The document could not be processed because of an internal error.");

    private final String sentence;

    FailureCause(String sentence) {
        this.sentence = sentence;
    }

    /** Whether nothing is known to be wrong with the document: model, stores or we were at fault until the last try. */
    public boolean sparesTheDocument() {
        return this == MODEL_UNAVAILABLE || this == UNAVAILABLE || this == INTERNAL;
    }

    /** What the owner of the job is told. */
    public String sentence() {
        return sentence;
    }

    /** Reads a stored word; empty when a later version wrote it. */
    public static Optional<FailureCause> parse(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.name().equals(word))
                .findFirst();
    }
}
