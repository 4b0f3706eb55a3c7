package io.cordon.compliance;

import java.time.LocalDate;
import java.util.function.Consumer;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;

/** Judges the exceptions when every rule has spoken, and hands all of it on; registered last. */
final class GovernancePlugin implements IPolicyValidationPlugin {
    private final Inspection inspection;
    private final LocalDate asOf;
    private final Consumer<GateOutcome> done;

    GovernancePlugin(Inspection inspection, LocalDate asOf, Consumer<GateOutcome> done) {
        this.inspection = inspection;
        this.asOf = asOf;
        this.done = done;
    }

    @Override
    public String getName() {
        return Governance.PACK;
    }

    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        var app = inspection.read(context);
        var governance = new Governance(app, inspection.findings(), asOf);
        done.accept(Evidence.write(app, inspection, governance, Advice.of(context.getAppConstruct(), app), asOf));
        inspection.clear();
        return Report.of(governance.problems());
    }
}
