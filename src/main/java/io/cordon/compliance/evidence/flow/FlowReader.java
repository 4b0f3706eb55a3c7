package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.DataClass;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the flow of PHI from the templates of an app. */
final class FlowReader {
    private final FlowGraph graph;
    private final Map<String, String> phi = new HashMap<>();
    private final Set<String> kept = new HashSet<>();

    private FlowReader(FlowGraph graph) {
        this.graph = graph;
    }

    static Flow read(Facts facts) {
        var graph = new FlowGraph(facts);
        var principals = new Principals(graph);
        var endpoints = new Endpoints(graph);
        new Doorways(graph).read();
        new Events(graph).read();
        new Access(graph, principals, endpoints).read();
        new ModelCalls(graph, principals, endpoints).read();
        new Remains(graph, facts.app()).read();
        new Permits(graph, principals).read();
        return new FlowReader(graph).ofPhi();
    }

    private Flow ofPhi() {
        graph.nodes().stream()
                .filter(FlowReader::isTagged)
                .forEach(it -> phi.put(it.id(), it.kind() == NodeKind.FUNCTION ? FlowNode.CARRIES : FlowNode.STORES));
        graph.edges().forEach(this::given);
        neighbours();
        waysIn();
        var nodes = graph.nodes().stream()
                .filter(it -> kept.contains(it.id()))
                .map(it -> it.with(phi.getOrDefault(it.id(), "")))
                .toList();
        var edges = graph.edges().stream()
                .filter(it -> kept.contains(it.from()) && kept.contains(it.to()))
                .filter(it -> phi.containsKey(it.from())
                        || phi.containsKey(it.to())
                        || it.kind().leadsIn())
                .sorted()
                .toList();
        return new Flow(nodes, edges, List.copyOf(graph.unresolved()));
    }

    private static boolean isTagged(FlowNode node) {
        return node.asset() != null
                && node.asset().dataClass().equals(DataClass.PHI.tag())
                && (node.kind().holds() || node.kind() == NodeKind.FUNCTION);
    }

    /** What PHI is passed on to: models that its functions may call, and vaults of its stores. */
    private void given(FlowEdge edge) {
        if (!phi.containsKey(edge.from())) {
            return;
        }
        if (edge.kind() == EdgeKind.MAY_ASK) {
            phi.putIfAbsent(edge.to(), FlowNode.GIVEN);
        } else if (edge.kind() == EdgeKind.COPIES_TO) {
            phi.putIfAbsent(edge.to(), FlowNode.STORES);
        }
    }

    /** Whatever touches PHI by an edge of its own. */
    private void neighbours() {
        kept.addAll(phi.keySet());
        graph.edges().forEach(edge -> {
            if (phi.containsKey(edge.from())) {
                kept.add(edge.to());
            } else if (phi.containsKey(edge.to())) {
                kept.add(edge.from());
                if (edge.kind() == EdgeKind.MAY_TOUCH
                        && edge.verbs().stream().anyMatch(Set.of("read", "write", "delete")::contains)) {
                    phi.putIfAbsent(edge.from(), FlowNode.REACHES);
                }
            }
        });
    }

    /** Whatever leads to a function that touches PHI, however many steps before it. */
    private void waysIn() {
        var open = new ArrayList<>(kept);
        while (!open.isEmpty()) {
            var id = open.remove(open.size() - 1);
            graph.edges().stream()
                    .filter(it -> it.to().equals(id) && it.kind().leadsIn())
                    .forEach(it -> {
                        if (kept.add(it.from())) {
                            open.add(it.from());
                        }
                    });
        }
    }
}
