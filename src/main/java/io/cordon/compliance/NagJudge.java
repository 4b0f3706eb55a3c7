package io.cordon.compliance;

import io.github.cdklabs.cdknag.NagPack;
import java.util.List;
import software.amazon.awscdk.IPolicyValidationContext;

/** A cdk-nag pack whose findings are also kept for the evidence. */
final class NagJudge implements GatePlugin.Judge {
    private final NagPack pack;
    private final String name;
    private final Inspection inspection;

    NagJudge(NagPack pack, String name, Inspection inspection) {
        this.pack = pack;
        this.name = name;
        this.inspection = inspection;
    }

    @Override
    public List<Finding> judge(IPolicyValidationContext context) {
        var findings = Report.of(name, pack, context.getAppConstruct());
        inspection.add(findings);
        return findings;
    }
}
