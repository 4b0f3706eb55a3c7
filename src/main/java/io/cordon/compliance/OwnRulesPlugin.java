package io.cordon.compliance;

import io.cordon.compliance.rules.OwnRules;
import io.cordon.compliance.rules.Rule;
import io.cordon.compliance.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.PolicyValidationPluginReport;

/** Our own rules against every resource of every template. */
final class OwnRulesPlugin implements IPolicyValidationPlugin {
    private final Inspection inspection;

    OwnRulesPlugin(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public String getName() {
        return OwnRules.PACK;
    }

    @Override
    public PolicyValidationPluginReport validate(IPolicyValidationContext context) {
        var app = inspection.read(context);
        var findings = new ArrayList<Finding>();
        for (Rule rule : OwnRules.all()) {
            app.resources().filter(it -> rule.types().contains(it.type())).forEach(resource -> {
                var verdict = rule.judge(resource, app);
                inspection.add(new OwnVerdict(rule, resource, verdict));
                if (verdict instanceof Verdict.NonCompliant broken) {
                    findings.add(new Finding(
                            OwnRules.PACK, rule.name(), "error", broken.finding(), broken.mend(), resource.path()));
                }
            });
        }
        inspection.add(List.copyOf(findings));
        return Report.of(findings);
    }
}
