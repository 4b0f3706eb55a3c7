package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.DataClass;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the flow of PHI from the templates of an app. */
final class FlowReader {
    private static final Set<String> DATA = Set.of("read", "write", "delete");

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
        new Balancers(graph).read();
        new Events(graph).read();
        new Remains(graph, facts.app()).read();
        new Access(graph, principals, endpoints).read();
        new ModelCalls(graph, principals, endpoints).read();
        new Permits(graph, principals).read();
        return new FlowReader(graph).ofPhi();
    }

    private Flow ofPhi() {
        graph.nodes().stream()
                .filter(FlowReader::isTagged)
                .forEach(it -> phi.put(it.id(), it.kind() == NodeKind.FUNCTION ? FlowNode.CARRIES : FlowNode.STORES));
        var grows = true;
        while (grows) {
            grows = graph.edges().stream().map(this::give).reduce(false, Boolean::logicalOr);
        }
        var base = Set.copyOf(phi.keySet());
        kept.addAll(base);
        graph.edges().forEach(it -> touch(it, base));
        waysIn();
        var edges = graph.edges().stream()
                .filter(it -> kept.contains(it.from()) && kept.contains(it.to()))
                .filter(it -> base.contains(it.from())
                        || base.contains(it.to())
                        || it.kind().leadsIn())
                .sorted()
                .toList();
        edges.forEach(this::passing);
        var nodes = graph.nodes().stream()
                .filter(it -> kept.contains(it.id()))
                .map(it -> it.with(phi.getOrDefault(it.id(), "")))
                .toList();
        return new Flow(nodes, edges, List.copyOf(graph.unresolved()));
    }

    private static boolean isTagged(FlowNode node) {
        return node.asset() != null
                && node.asset().dataClass().equals(DataClass.PHI.tag())
                && node.asset().mayHoldData()
                && node.kind() != NodeKind.KEY
                && node.kind() != NodeKind.TRAIL;
    }

    /** Says whether an edge makes its end one that has PHI: a model that is asked, a vault that takes copies. */
    private boolean give(FlowEdge edge) {
        if (!phi.containsKey(edge.from()) || phi.containsKey(edge.to())) {
            return false;
        }
        if (edge.kind() == EdgeKind.MAY_ASK) {
            phi.put(edge.to(), FlowNode.GIVEN);
        } else if (edge.kind() == EdgeKind.COPIES_TO) {
            phi.put(edge.to(), FlowNode.STORES);
        }
        return phi.containsKey(edge.to());
    }

    /** Whatever touches PHI by an edge of its own; of keys, those under which it lies. */
    private void touch(FlowEdge edge, Set<String> base) {
        var toKey = NodeKind.KEY == kind(edge.to());
        if (base.contains(edge.from()) && (!toKey || edge.kind() == EdgeKind.ENCRYPTED_BY)) {
            kept.add(edge.to());
        } else if (base.contains(edge.to())) {
            kept.add(edge.from());
            if (edge.kind() == EdgeKind.MAY_TOUCH && edge.verbs().stream().anyMatch(DATA::contains)) {
                phi.putIfAbsent(edge.from(), FlowNode.REACHES);
            }
        }
    }

    /** What PHI passes on its way: the doors into its functions, and the endpoints out of their VPC. */
    private void passing(FlowEdge edge) {
        if (edge.kind().leadsIn()
                && FlowNode.CARRIES.equals(phi.get(edge.to()))
                && kind(edge.from()) != NodeKind.OUTSIDE) {
            phi.putIfAbsent(edge.from(), FlowNode.PASSES);
        }
        if (phi.containsKey(edge.from()) && kind(edge.through()) == NodeKind.ENDPOINT) {
            kept.add(edge.through());
            phi.putIfAbsent(edge.through(), FlowNode.PASSES);
        }
    }

    private @Nullable NodeKind kind(String id) {
        return graph.find(id).map(FlowNode::kind).orElse(null);
    }

    /** Whatever leads to a function that touches PHI, however many steps before it. */
    private void waysIn() {
        var before = new HashMap<String, List<String>>();
        graph.edges().stream().filter(it -> it.kind().leadsIn()).forEach(it -> steps(it, before));
        var open = new ArrayList<>(kept);
        while (!open.isEmpty()) {
            var id = open.remove(open.size() - 1);
            before.getOrDefault(id, List.of()).stream().filter(kept::add).forEach(open::add);
        }
    }

    /** One step against the stream; who is asked for leave stands beside it. */
    private static void steps(FlowEdge edge, Map<String, List<String>> before) {
        before.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge.from());
        if (edge.kind() == EdgeKind.ASKS_LEAVE_OF) {
            before.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge.to());
        }
    }
}
