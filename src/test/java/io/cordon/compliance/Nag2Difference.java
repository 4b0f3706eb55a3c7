package io.cordon.compliance;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.Arrays;
import java.util.Optional;

/** Why a row of ours says something else than the report of cdk-nag 2; anything else is a defect. */
enum Nag2Difference {
    RAW(
            "cdk-nag reads no raw resource: version 2 leaves it out as if nobody had asked, we say that it was not evaluated") {
        @Override
        boolean explains(String theirs, ControlRow ours) {
            return theirs.equals(Nag2Report.LEFT_OUT) && isNotEvaluated(ours, "made as a raw resource");
        }
    },
    OPEN_VALUE("the rule takes a condition or a parameter for a value that passes; only the deployment knows it") {
        @Override
        boolean explains(String theirs, ControlRow ours) {
            return theirs.equals("Compliant")
                    && (isNotEvaluated(ours, "only the deployment knows")
                            || isNotEvaluated(ours, "known at deployment only")
                            || isNotEvaluated(ours, "AWS::NoValue"));
        }
    },
    SUPPRESSION(
            "version 2 obeys a suppression in the metadata of a resource; version 3 does not, nobody answers for it") {
        @Override
        boolean explains(String theirs, ControlRow ours) {
            return theirs.equals("Suppressed")
                    && (ours.compliance() == Compliance.NON_COMPLIANT || isNotEvaluated(ours, Finding.UNREADABLE));
        }
    },
    CHANGED_IMDS("version 3 also accepts the metadata options of the instance itself, which version 2 did not read") {
        @Override
        boolean explains(String theirs, ControlRow ours) {
            return ours.ruleId().endsWith("-EC2IMDSv2Enabled")
                    && theirs.equals("Non-Compliant")
                    && ours.compliance() == Compliance.COMPLIANT;
        }
    },
    CHANGED_ENCRYPTION(
            "version 3 throws at an encryption that is a condition as a whole; version 2 called it missing") {
        @Override
        boolean explains(String theirs, ControlRow ours) {
            return ours.ruleId().endsWith("-S3DefaultEncryptionKMS")
                    && theirs.equals("Non-Compliant")
                    && isNotEvaluated(ours, Finding.UNREADABLE);
        }
    };

    private final String reason;

    Nag2Difference(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    abstract boolean explains(String theirs, ControlRow ours);

    static Optional<Nag2Difference> of(String theirs, ControlRow ours) {
        return Arrays.stream(values()).filter(it -> it.explains(theirs, ours)).findFirst();
    }

    /** Whether both say the same: version 2 calls unknown what a rule could not read, and leaves out what it leaves alone. */
    static boolean agree(String theirs, ControlRow ours) {
        return switch (ours.compliance()) {
            case COMPLIANT -> theirs.equals("Compliant");
            case NON_COMPLIANT -> theirs.equals("Non-Compliant");
            case NOT_APPLICABLE -> theirs.equals(Nag2Report.LEFT_OUT);
            case NOT_EVALUATED -> theirs.equals("UNKNOWN") && isNotEvaluated(ours, Finding.UNREADABLE);
            case ACKNOWLEDGED -> false;
        };
    }

    private static boolean isNotEvaluated(ControlRow row, String cause) {
        return row.compliance() == Compliance.NOT_EVALUATED && row.cause().contains(cause);
    }
}
