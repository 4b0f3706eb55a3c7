package io.cordon.compliance.evidence.citations;

/** What a synth says of one provision. The order is that of the legend. */
enum Standing {
    /** Rules that cite it looked, and found nothing. */
    PASS("checks-pass", "Checks pass", "Every check that cites it was made where it applies, and found nothing."),
    /** They found nothing but what a governed exception excuses. */
    PASS_WITH_EXCEPTIONS(
            "checks-pass-with-exceptions",
            "Checks pass, with exceptions",
            "Checks that cite it found nothing but what a governed exception excuses."),
    /** They found nothing unexcused where they could look, and could not look everywhere. */
    PASS_WHERE_MADE(
            "checks-pass-where-made",
            "Checks pass where made",
            "Nothing stands where checks could look; of some resources they could not say."),
    /** A finding stands. */
    OPEN("findings-open", "Findings open", "At least one finding stands that nothing excuses."),
    /** Nothing passed: all that was found is excused. */
    EXCUSED("excused-only", "Excused only", "All that was looked at is excused; nothing passed."),
    /** Rules cite it and none could say. */
    NOT_EVALUATED("not-evaluated", "Not evaluated", "Checks cite it, and none of them could be made."),
    /** Rules cite it and the app has nothing for them. */
    NOTHING_TO_LOOK_AT(
            "nothing-to-look-at", "Nothing to look at", "Checks cite it; the app has nothing of what they look at."),
    /** A standard that no rule cites, of which specifications pass. */
    THROUGH_SPECIFICATIONS(
            "through-specifications",
            "Through its specifications",
            "No check cites the standard itself; checks of its specifications pass."),
    /** No rule of the gate cites it. */
    NOT_SHOWN("not-shown-here", "Not shown here", "No check of the gate cites it; its entry says who shows it.");

    private final String id;
    private final String label;
    private final String means;

    Standing(String id, String label, String means) {
        this.id = id;
        this.label = label;
        this.means = means;
    }

    /** Returns what the rules that cite a provision say of it; a finding that stands outweighs all that passed. */
    static Standing of(Tally rows) {
        if (rows.nonCompliant() > 0) {
            return OPEN;
        }
        if (rows.compliant() > 0) {
            return rows.notEvaluated() > 0 ? PASS_WHERE_MADE : rows.acknowledged() > 0 ? PASS_WITH_EXCEPTIONS : PASS;
        }
        if (rows.acknowledged() > 0) {
            return EXCUSED;
        }
        if (rows.notEvaluated() > 0) {
            return NOT_EVALUATED;
        }
        return rows.notApplicable() > 0 ? NOTHING_TO_LOOK_AT : NOT_SHOWN;
    }

    boolean passes() {
        return this == PASS || this == PASS_WITH_EXCEPTIONS || this == PASS_WHERE_MADE;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    String means() {
        return means;
    }

    /** Returns the style of the verdict that it is most like. */
    String style() {
        return switch (this) {
            case PASS, PASS_WHERE_MADE -> "compliant";
            case PASS_WITH_EXCEPTIONS, EXCUSED -> "acknowledged";
            case OPEN -> "non-compliant";
            case NOT_EVALUATED -> "not-evaluated";
            case NOTHING_TO_LOOK_AT, THROUGH_SPECIFICATIONS, NOT_SHOWN -> "not-applicable";
        };
    }
}
