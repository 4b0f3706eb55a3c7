package io.cordon.compliance;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;

/**
 * One pack of the gate as the CDK calls it.
 *
 * <p>An exception in it becomes a finding that nothing excuses: thrown on, it would leave evidence that calls compliant
 * whatever the pack did not come to.
 */
final class GatePlugin implements IPolicyValidationPlugin {
    /** The rule of the finding that a pack did not finish. */
    static final String UNFINISHED = "Unfinished";

    private static final String WHY = "What a pack did not get to see is not known to be right.";
    private static final String MEND =
            "Mend what it names. If that is nothing of yours, run again with CDK_DEBUG=true and report the trace.";

    private final String pack;
    private final Inspection inspection;
    private final Judge judge;

    /** Finds what a pack holds against an app. */
    interface Judge {
        List<Finding> judge(IPolicyValidationContext context);
    }

    GatePlugin(String pack, Inspection inspection, Judge judge) {
        this.pack = pack;
        this.inspection = inspection;
        this.judge = judge;
    }

    @Override
    public String getName() {
        return pack;
    }

    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        try {
            return Report.of(judge.judge(context));
        } catch (RuntimeException | Error e) {
            if ("true".equals(System.getenv("CDK_DEBUG"))) {
                e.printStackTrace();
            }
            return Report.of(List.of(inspection.unfinished(pack, e)));
        }
    }

    /** Returns the finding that a pack did not finish. */
    static Finding unfinished(String pack, Throwable e) {
        return new Finding(pack, UNFINISHED, "fatal", pack + " did not finish: " + sentence(e), WHY, MEND, "");
    }

    private static String sentence(Throwable e) {
        var cause = e.getCause();
        return cause == null ? firstLine(e) : firstLine(e) + " (" + firstLine(cause) + ")";
    }

    /** Behind it, errors of the CDK carry the trace of the other language. */
    private static String firstLine(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElseGet(() -> e.getClass().getSimpleName());
    }
}
