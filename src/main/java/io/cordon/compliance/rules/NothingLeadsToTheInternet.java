package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        if (vpc.isEmpty() || subnets.isArray() && subnets.isEmpty()) {
            return new Verdict.NonCompliant("It touches PHI and runs in no VPC, so it reaches the internet.", MEND);
        }
        return judge(subnets, new Routes(resource.stack(), app));
    }

    private static Verdict judge(JsonNode subnets, Routes routes) {
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
        return tables.isEmpty() || tables.stream().anyMatch(List::isEmpty)
                ? new Verdict.NotEvaluated("the route table of a subnet is not in the template of its stack")
                : new Verdict.Compliant();
    }

    /** The routes that one stack states. */
    private record Routes(String stack, Assembly app) {
        /** The tables of a subnet: what its association names, if the template has it. */
        List<JsonNode> tables(JsonNode subnet) {
            return of("AWS::EC2::SubnetRouteTableAssociation")
                    .filter(it -> it.properties().path("SubnetId").equals(subnet))
                    .map(it -> it.properties().path("RouteTableId"))
                    .filter(table -> of("AWS::EC2::RouteTable")
                            .anyMatch(it -> table.path("Ref").asText().equals(it.logicalId())))
                    .toList();
        }

        Stream<String> waysOut(JsonNode table) {
            var stated = of("AWS::EC2::Route")
                    .filter(it -> it.properties().path("RouteTableId").equals(table))
                    .filter(it -> !it.properties().path("GatewayId").asText().equals("local"));
            var propagated = of("AWS::EC2::VPNGatewayRoutePropagation")
                    .filter(it ->
                            it.properties().path("RouteTableIds").valueStream().anyMatch(table::equals));
            return Stream.concat(stated, propagated).map(TemplateResource::path);
        }

        private Stream<TemplateResource> of(String type) {
            return app.resources()
                    .filter(it -> it.stack().equals(stack))
                    .filter(it -> it.type().equals(type));
        }
    }
}
