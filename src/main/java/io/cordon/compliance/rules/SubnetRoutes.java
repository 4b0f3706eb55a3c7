package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The routes that the templates of an app state for the subnets of one function, in whichever stack. */
final class SubnetRoutes {
    private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";
    private static final String ROUTE = "AWS::EC2::Route";

    /** What puts routes into a table: one by one, as a VPN gateway learns them, as a route server learns them. */
    private static final Set<String> WAYS =
            Set.of(ROUTE, "AWS::EC2::RouteServerPropagation", "AWS::EC2::VPNGatewayRoutePropagation");

    private final TemplateResource function;
    private final Assembly app;
    private final ResourceNames names;
    private final Set<String> known;

    SubnetRoutes(TemplateResource function, Assembly app) {
        this.function = function;
        this.app = app;
        this.names = new ResourceNames(app);
        this.known = Set.copyOf(app.resources()
                .filter(it -> it.type().equals(ResourceNames.ROUTE_TABLE))
                .map(names::name)
                .toList());
    }

    /** The tables of a subnet, by name: what its associations name, if a template has it. */
    List<String> tables(JsonNode subnet) {
        return associations(subnet).flatMap(it -> table(it).stream()).toList();
    }

    /** Whether a subnet has a table of its own whenever the function is there; else the VPC's main one counts. */
    boolean isSettled(JsonNode subnet) {
        return associations(subnet)
                .anyMatch(it -> it.existsWith(function) && table(it).isPresent());
    }

    Stream<String> waysOut(String table) {
        return ways().filter(way -> tablesOf(way).anyMatch(Optional.of(table)::equals))
                .map(TemplateResource::path);
    }

    /** The ways of which no template says to which table they belong. */
    Stream<String> unknown() {
        return ways().filter(way -> tablesOf(way).anyMatch(Optional::isEmpty)).map(TemplateResource::path);
    }

    private Stream<TemplateResource> associations(JsonNode subnet) {
        var name = names.text(subnet, function.stack());
        return app.resources()
                .filter(it -> it.type().equals(ASSOCIATION) && name.isPresent())
                .filter(it -> text(it, it.properties().path("SubnetId")).equals(name));
    }

    private Optional<String> table(TemplateResource association) {
        return text(association, association.properties().path("RouteTableId")).filter(known::contains);
    }

    private Stream<TemplateResource> ways() {
        return app.resources().filter(it -> WAYS.contains(it.type())).filter(it -> !staysInTheVpc(it));
    }

    private Stream<Optional<String>> tablesOf(TemplateResource way) {
        var many = way.properties().path("RouteTableIds");
        return many.isArray()
                ? many.valueStream().map(it -> text(way, it))
                : Stream.of(text(way, many.isMissingNode() ? way.properties().path("RouteTableId") : many));
    }

    /** A route to {@code local} and to nothing else. */
    private static boolean staysInTheVpc(TemplateResource way) {
        return way.type().equals(ROUTE)
                && way.properties().path("GatewayId").asText().equals("local")
                && way.properties().properties().stream()
                        .allMatch(it -> it.getKey().equals("GatewayId")
                                || it.getKey().equals("RouteTableId")
                                || it.getKey().startsWith("Destination"));
    }

    private Optional<String> text(TemplateResource speaker, JsonNode value) {
        return names.text(value, speaker.stack());
    }
}
