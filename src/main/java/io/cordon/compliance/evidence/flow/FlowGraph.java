package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.inventory.Asset;
import io.cordon.compliance.evidence.inventory.Inventory;
import io.cordon.compliance.evidence.inventory.Resolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The flow while it is being read: every node and edge that a template shows, of PHI or not. */
final class FlowGraph {
    private final Resolver resolver;
    private final List<TemplateResource> resources;
    private final Map<String, Asset> assets = new HashMap<>();
    private final SortedMap<String, FlowNode> nodes = new TreeMap<>();
    private final SortedMap<String, FlowEdge> edges = new TreeMap<>();
    private final SortedSet<Unresolved> unresolved = new TreeSet<>();

    FlowGraph(Facts facts) {
        this.resolver = new Resolver(facts.app());
        this.resources = facts.app().resources().toList();
        Inventory.assets(facts).forEach(it -> assets.put(it.stack() + "\n" + it.logicalId(), it));
        resources.forEach(this::node);
    }

    Resolver resolver() {
        return resolver;
    }

    List<TemplateResource> resources() {
        return resources;
    }

    List<TemplateResource> ofType(String type) {
        return resources.stream().filter(it -> it.type().equals(type)).toList();
    }

    Collection<FlowNode> nodes() {
        return nodes.values();
    }

    Collection<FlowEdge> edges() {
        return edges.values();
    }

    Collection<Unresolved> unresolved() {
        return unresolved;
    }

    Optional<FlowNode> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Whether there is an edge of that kind. */
    boolean has(String from, EdgeKind kind, String to) {
        return edges.containsKey(new FlowEdge(from, to, kind, "", "", List.of(), new TreeSet<>()).key());
    }

    /** Returns the id of a resource's node. */
    String node(TemplateResource resource) {
        var asset = assets.get(resource.stack() + "\n" + resource.logicalId());
        nodes.putIfAbsent(
                resource.path(),
                new FlowNode(
                        resource.path(), Names.of(resource), NodeKind.of(resource.type()), asset, note(resource), ""));
        return resource.path();
    }

    /** Returns the id of a node that is no part of the app. */
    String outside(NodeKind kind, String name) {
        var id = (kind == NodeKind.OUTSIDE ? "outside:" : kind + ":") + name;
        nodes.putIfAbsent(id, new FlowNode(id, name, kind, null, "", ""));
        return id;
    }

    FlowEdge edge(String from, String to, EdgeKind kind, String label, Why why) {
        return add(new FlowEdge(from, to, kind, label, "", List.of(), new TreeSet<>(List.of(why))));
    }

    FlowEdge access(String from, String to, EdgeKind kind, String through, Grant grant) {
        return add(new FlowEdge(from, to, kind, "", through, List.of(grant), new TreeSet<>(List.of(grant.why()))));
    }

    void unresolved(TemplateResource resource, String property, String cause) {
        unresolved.add(new Unresolved(Why.of(resource, property), cause));
    }

    /** Returns what a property of {@code speaker} means; what it names and nobody knows is put on record. */
    Optional<TemplateResource> follow(JsonNode value, TemplateResource speaker, String property) {
        var found = resolver.resource(value, speaker.stack());
        if (found.isEmpty() && !value.isMissingNode()) {
            unresolved(
                    speaker,
                    property,
                    "names " + resolver.readable(resolver.text(value, speaker.stack()))
                            + ", which is no resource of these templates");
        }
        return found;
    }

    private FlowEdge add(FlowEdge edge) {
        return edges.merge(edge.key(), edge, (one, other) -> {
            var grants = new TreeSet<>(one.grants());
            grants.addAll(other.grants());
            var why = new TreeSet<>(one.why());
            why.addAll(other.why());
            var through = one.through().isEmpty() ? other.through() : one.through();
            return new FlowEdge(one.from(), one.to(), one.kind(), one.label(), through, new ArrayList<>(grants), why);
        });
    }

    private String note(TemplateResource resource) {
        return switch (resource.type()) {
            case "AWS::EC2::VPCEndpoint" -> said(resource, "ServiceName");
            case "AWS::Events::Rule", "AWS::Scheduler::Schedule" -> said(resource, "ScheduleExpression");
            case "AWS::IAM::Role" -> Names.assumers(resource, resolver);
            default -> "";
        };
    }

    private String said(TemplateResource resource, String property) {
        var value = resource.properties().path(property);
        return value.isMissingNode() ? "" : resolver.readable(resolver.text(value, resource.stack()));
    }
}
