package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.ResourcePolicies;
import io.cordon.compliance.evidence.inventory.ResourcePolicies.Allowed;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Whom resources let in themselves: permissions of functions, policies of buckets, queues, topics and keys. */
final class Permits {
    private final FlowGraph graph;
    private final Principals principals;

    Permits(FlowGraph graph, Principals principals) {
        this.graph = graph;
        this.principals = principals;
    }

    /** Reads them; what other elements have shown already gets one more reason and no second edge. */
    void read() {
        graph.ofType("AWS::Lambda::Permission").forEach(this::permission);
        var policies = new ResourcePolicies(graph.resolver());
        graph.resources().stream().flatMap(policies::of).forEach(this::policy);
    }

    private void permission(TemplateResource permission) {
        var properties = permission.properties();
        var function = graph.follow(properties.path("FunctionName"), permission, "FunctionName");
        if (function.isEmpty()) {
            return;
        }
        var source = graph.resolver().resource(properties.path("SourceArn"), permission.stack());
        var to = graph.node(function.get());
        var from = source.map(graph::node)
                .orElseGet(() -> graph.outside(
                        NodeKind.OUTSIDE,
                        graph.resolver()
                                .readable(graph.resolver().text(properties.path("Principal"), permission.stack()))));
        var known = graph.edges().stream()
                .filter(it -> it.from().equals(from)
                        && it.to().equals(to)
                        && it.kind().leadsIn())
                .toList();
        var why = Why.of(permission, "Principal");
        if (known.isEmpty()) {
            graph.edge(from, to, EdgeKind.STARTS, "", why);
        } else if (known.size() == 1) {
            graph.edge(from, to, known.get(0).kind(), known.get(0).label(), why);
        }
    }

    private void policy(Allowed allowed) {
        Actions.current().services().forEach((name, service) -> {
            if (service.types().contains(allowed.on().type())) {
                var actions = Actions.current().of(allowed.statement(), name);
                if (!actions.isEmpty()) {
                    callers(allowed).distinct().forEach(caller -> touch(caller, allowed, actions));
                }
            }
        });
    }

    private void touch(String caller, Allowed allowed, SortedMap<String, List<String>> actions) {
        var conditions = Conditions.of(allowed.statement(), allowed.by(), graph.resolver());
        var why = Why.of(allowed.by(), allowed.property().substring(1));
        graph.access(caller, graph.node(allowed.on()), EdgeKind.MAY_TOUCH, "", new Grant(actions, "", conditions, why));
    }

    private Stream<String> callers(Allowed allowed) {
        var principal = allowed.statement().path("Principal");
        if (allowed.statement().has("NotPrincipal")) {
            return Stream.of(graph.outside(NodeKind.OUTSIDE, "Everybody but some"));
        }
        if (principal.isTextual()) {
            return caller(principal, allowed);
        }
        return principal.properties().stream()
                .flatMap(it -> PolicyText.many(it.getValue()))
                .flatMap(it -> caller(it, allowed));
    }

    private Stream<String> caller(JsonNode named, Allowed allowed) {
        var text = graph.resolver().text(named, allowed.by().stack());
        if (text.equals("*")) {
            return Stream.of(graph.outside(NodeKind.OUTSIDE, "Everybody"));
        }
        // The account itself means: whomever a policy of a role, a user or a group lets in.
        if (text.equals(
                "arn:aws:iam::" + graph.resolver().environment(allowed.by()).split("/", 2)[0] + ":root")) {
            return Stream.of();
        }
        var resource = graph.resolver().resource(text, allowed.by());
        return resource.isPresent()
                ? principals.actors(resource.get()).stream().map(graph::node)
                : Stream.of(graph.outside(NodeKind.OUTSIDE, graph.resolver().readable(text)));
    }
}
