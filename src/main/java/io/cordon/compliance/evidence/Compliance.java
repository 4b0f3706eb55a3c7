package io.cordon.compliance.evidence;

/** The verdict of one row, in the words that cdk-nag's reports made familiar. */
public enum Compliance {
    /** The rule looked and found nothing. */
    COMPLIANT("Compliant"),
    /** A finding stands. */
    NON_COMPLIANT("Non-Compliant"),
    /** A finding is excused by a governed exception. */
    ACKNOWLEDGED("Acknowledged"),
    /** The rule does not speak of it. */
    NOT_APPLICABLE("Not Applicable"),
    /** The rule ought to speak of it and could not. */
    NOT_EVALUATED("Not Evaluated");

    private final String label;

    Compliance(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
