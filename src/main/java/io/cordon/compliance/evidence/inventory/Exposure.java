package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.AssetTypes.Facet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the templates say of who outside can reach a resource: its own settings, policies on it, doors into it. */
final class Exposure {
    static final String NONE = "none stated";

    private static final List<String> BLOCKS =
            List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

    private final Resolver resolver;
    private final List<TemplateResource> resources;
    private final Map<TemplateResource, List<String>> doors = new IdentityHashMap<>();

    Exposure(Assembly app, Resolver resolver) {
        this.resolver = resolver;
        this.resources = app.resources().toList();
        new Doors(resolver).of(resources).forEach((resource, words) -> doors.put(resource, List.copyOf(words)));
    }

    String of(TemplateResource resource) {
        var own = AssetTypes.current()
                .words(resource.type(), Facet.EXPOSURE, resource.properties(), by -> by(by, resource));
        var known = own.equals(AssetTypes.NOT_APPLICABLE) ? NONE : own;
        var open = doors.getOrDefault(resource, List.of());
        if (open.isEmpty()) {
            return known;
        }
        return Stream.concat(
                        Stream.of(known).filter(it -> !it.startsWith(NONE)),
                        open.stream().distinct().sorted())
                .reduce((one, other) -> one + "; " + other)
                .orElse(NONE);
    }

    private String by(String finder, TemplateResource resource) {
        return finder.equals("routes") ? subnet(resource) : bucket(resource.properties());
    }

    private static String bucket(JsonNode bucket) {
        var acl = Stated.at(bucket, "/AccessControl").value().asText();
        var open = acl.startsWith("Public") || acl.equals("AuthenticatedRead") ? "reachable: ACL " + acl : "";
        var website = bucket.has("WebsiteConfiguration") ? "set up as a website; " : "";
        if (!open.isEmpty()) {
            return website + open;
        }
        var block = Stated.at(bucket, "/PublicAccessBlockConfiguration");
        if (block.open()) {
            return website + Stated.OPEN;
        }
        var missing = BLOCKS.stream()
                .filter(it -> !block.value().path(it).asText().equals("true"))
                .toList();
        if (block.isAbsent() || missing.isEmpty()) {
            return website + (block.isAbsent() ? NONE : NONE + ": public access is blocked");
        }
        return website + NONE + ", but not blocked either: " + String.join(", ", missing);
    }

    /** A subnet is public where its table leads to an internet gateway. */
    private String subnet(TemplateResource subnet) {
        var tables = associations(subnet)
                .flatMap(it -> resolver.resource(it.properties().path("RouteTableId"), it.stack()).stream())
                .toList();
        var gateways = resources.stream()
                .filter(it -> it.type().equals("AWS::EC2::Route"))
                .filter(it -> resolver.resource(it.properties().path("RouteTableId"), it.stack())
                        .filter(tables::contains)
                        .isPresent())
                .filter(it -> resolver.resource(it.properties().path("GatewayId"), it.stack())
                        .filter(gateway -> gateway.type().equals("AWS::EC2::InternetGateway"))
                        .isPresent())
                .findFirst();
        if (gateways.isPresent()) {
            return "reachable: a route to an internet gateway ("
                    + gateways.get().path() + ")";
        }
        return tables.isEmpty() ? "as the main route table of its VPC, which no template states" : NONE;
    }

    private Stream<TemplateResource> associations(TemplateResource subnet) {
        return resources.stream()
                .filter(it -> it.type().equals("AWS::EC2::SubnetRouteTableAssociation"))
                .filter(it -> resolver.resource(it.properties().path("SubnetId"), it.stack())
                        .filter(subnet::equals)
                        .isPresent());
    }

    /** Returns whether a statement that allows something is for everybody. */
    static boolean isForEverybody(JsonNode statement) {
        var principal = statement.path("Principal");
        return statement.has("NotPrincipal")
                || Stream.of(principal, principal.path("AWS"))
                        .flatMap(PolicyText::many)
                        .anyMatch(it -> it.isTextual() && it.asText().equals("*"));
    }
}
