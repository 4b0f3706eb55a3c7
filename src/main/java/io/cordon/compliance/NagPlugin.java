package io.cordon.compliance;

import io.github.cdklabs.cdknag.NagPack;
import java.util.List;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;

/** A cdk-nag pack whose findings are also kept for the evidence. */
final class NagPlugin implements IPolicyValidationPlugin {
    private final NagPack pack;
    private final String name;
    private final Inspection inspection;

    NagPlugin(NagPack pack, String name, Inspection inspection) {
        this.pack = pack;
        this.name = name;
        this.inspection = inspection;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        List<Finding> findings = Report.read(name, pack.validateScope(context.getAppConstruct()));
        inspection.add(findings);
        return Report.of(findings);
    }
}
