package io.cordon.compliance.rules;

/** What a rule says about one resource. */
public sealed interface Verdict {
    /** The rule holds. */
    record Compliant() implements Verdict {}

    /**
     * The rule is broken.
     *
     * @param finding what is wrong with this resource
     * @param mend what to do
     */
    record NonCompliant(String finding, String mend) implements Verdict {}

    /**
     * The rule says nothing about this resource.
     *
     * @param cause why
     */
    record NotApplicable(String cause) implements Verdict {}

    /**
     * The rule ought to say something and cannot.
     *
     * @param cause why
     */
    record NotEvaluated(String cause) implements Verdict {}
}
