package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;

/**
 * A function that touches PHI runs where no route leaves the VPC.
 *
 * <p>The packs ask only that it runs in some VPC. A gateway endpoint adds its route by itself; every route that a template
 * states leads elsewhere: to a gateway, a NAT, a peer, an appliance.
 */
final class NothingLeadsToTheInternet implements Rule {
    private static final String MEND = "Place it in subnets whose route tables have no route of their own.";

    @Override
    public String asks() {
        return "A function that touches PHI runs in subnets from which no route leaves the VPC.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.312(e)(1)");
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var dataClass = resource.tag(DataClass.TAG);
        if (dataClass.isEmpty()) {
            return new Verdict.NotEvaluated("it states no data class");
        }
        if (!dataClass.get().equals(DataClass.PHI.tag())) {
            return new Verdict.NotApplicable("it touches no PHI");
        }
        var vpc = resource.properties().path("VpcConfig");
        var subnets = vpc.path("SubnetIds");
        if (isLeftOut(vpc) || isLeftOut(subnets) && !vpc.has("Fn::If")) {
            return new Verdict.NonCompliant("It touches PHI and runs in no VPC, so it reaches the internet.", MEND);
        }
        return judge(subnets, new SubnetRoutes(resource, app));
    }

    private static Verdict judge(JsonNode subnets, SubnetRoutes routes) {
        var tables = subnets.valueStream().map(routes::tables).toList();
        var ways = tables.stream()
                .flatMap(List::stream)
                .flatMap(routes::waysOut)
                .distinct()
                .sorted()
                .toList();
        if (!ways.isEmpty()) {
            return new Verdict.NonCompliant(
                    "It touches PHI, and its subnets have a way out: " + String.join(", ", ways) + ".", MEND);
        }
        if (tables.isEmpty() || !subnets.valueStream().allMatch(routes::isSettled)) {
            return new Verdict.NotEvaluated("the route table of a subnet is not in the templates, or not always there");
        }
        var unknown = routes.unknown().distinct().sorted().toList();
        return unknown.isEmpty()
                ? new Verdict.Compliant()
                : new Verdict.NotEvaluated(
                        "only the deployment knows the route table of " + String.join(", ", unknown));
    }

    /** What is missing, empty or taken away leaves a function where it reaches everything. */
    private static boolean isLeftOut(JsonNode node) {
        return node.isEmpty() || node.path("Ref").asText().equals("AWS::NoValue");
    }
}
