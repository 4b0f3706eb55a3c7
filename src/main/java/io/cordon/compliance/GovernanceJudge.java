package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.evidence.AdviceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awscdk.IPolicyValidationContext;
import software.constructs.IConstruct;

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
        try {
            return judge(inspection.read(context), context.getAppConstruct());
        } catch (RuntimeException | Error e) {
            Evidence.unjudged(inspection, e);
            throw e;
        }
    }

    private List<Finding> judge(Assembly app, IConstruct root) {
        var governance = new Governance(app, inspection);
        var advice = new ArrayList<AdviceRow>();
        finish(() -> inspection.files().tell(root, governance));
        finish(() -> advice.addAll(Advice.of(root, app)));
        done.accept(Evidence.write(app, inspection, governance, advice));
        var own = inspection.findings().stream().filter(it -> it.pack().equals(Governance.PACK));
        return Stream.concat(own, governance.problems().stream()).toList();
    }

    /** What fails beside the judgement fails the synth, and must not take the evidence along. */
    private void finish(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            inspection.unfinished(Governance.PACK, e);
        }
    }
}
