package io.cordon.compliance.evidence.citations;

/** What these files do not say. */
final class Caveat {
    static final String TEXT =
            "This is evidence for technical safeguards, read from templates before they are deployed."
                    + " It is not HIPAA compliance. A check shows a part of a provision and never all of it, and of a standard"
                    + " nothing but what its own checks asked.";

    private Caveat() {}
}
