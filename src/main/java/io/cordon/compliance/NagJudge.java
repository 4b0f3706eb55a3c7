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
        var app = context.getAppConstruct();
        var findings = new SecondLook(name, pack, app).at(Report.of(name, pack, app));
        inspection.add(findings);
        return findings;
    }
}
