package io.cordon.compliance;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awscdk.IPolicyValidationContext;

/** Judges the exceptions when every rule has spoken, and hands all of it on; registered last. */
final class GovernanceJudge implements GatePlugin.Judge {
    private final Inspection inspection;
    private final Consumer<GateOutcome> done;

    GovernanceJudge(Inspection inspection, Consumer<GateOutcome> done) {
        this.inspection = inspection;
        this.done = done;
    }

    @Override
    public List<Finding> judge(IPolicyValidationContext context) {
        var app = inspection.read(context);
        var governance = new Governance(app, inspection);
        done.accept(Evidence.write(app, inspection, governance, Advice.of(context.getAppConstruct(), app)));
        var own = inspection.findings().stream().filter(it -> it.pack().equals(Governance.PACK));
        return Stream.concat(own, governance.problems().stream()).toList();
    }
}
