package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.flow.Box.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Queues that nothing but failures goes to: one box for all that are kept alike. */
final class DeadLetters {
    private final List<FlowNode> queues;
    private final List<FlowEdge> edges;
    private final Map<String, FlowNode> nodes;

    DeadLetters(List<FlowNode> here, List<FlowEdge> edges, Map<String, FlowNode> nodes) {
        this.edges = edges;
        this.nodes = nodes;
        this.queues = here.stream().filter(this::isForFailures).toList();
    }

    boolean holds(FlowNode node) {
        return queues.contains(node);
    }

    List<Box> boxes(StoreWords words) {
        var alike = new TreeMap<String, List<FlowNode>>();
        queues.forEach(it -> alike.computeIfAbsent(String.join("\n", words.store(it)), any -> new ArrayList<>())
                .add(it));
        return alike.values().stream().map(it -> box(it, words)).toList();
    }

    private Box box(List<FlowNode> queues, StoreWords words) {
        var senders = edges.stream()
                .filter(it -> it.kind() == EdgeKind.FAILS_TO && queues.contains(nodes.get(it.to())))
                .map(it -> name(it.from()))
                .distinct()
                .collect(Collectors.joining(", "));
        var lines = new ArrayList<>(words.store(queues.get(0)));
        lines.set(0, "events that failed, of " + senders);
        var title = queues.size() == 1 ? queues.get(0).name() : queues.size() + " dead-letter queues";
        return new Box(
                queues.get(0).id(),
                3,
                Look.PHI,
                Words.shorten(title, (Columns.width(3) - 62) / 7),
                queues.stream().map(FlowNode::id).collect(Collectors.joining(", ")),
                lines.stream()
                        .flatMap(it -> Words.wrap(it, Columns.letters(3)).stream())
                        .toList(),
                List.of());
    }

    /** Failures come in, nobody reads, and who may write is who fails, or a service on behalf of it. */
    private boolean isForFailures(FlowNode node) {
        var in = edges.stream().filter(it -> it.to().equals(node.id())).toList();
        var out = edges.stream().filter(it -> it.from().equals(node.id()));
        var senders = in.stream()
                .filter(it -> it.kind() == EdgeKind.FAILS_TO)
                .map(FlowEdge::from)
                .collect(Collectors.toSet());
        return node.kind() == NodeKind.QUEUE
                && !senders.isEmpty()
                && in.stream()
                        .allMatch(it -> senders.contains(it.from())
                                || it.from().endsWith(".amazonaws.com")
                                        && !it.verbs().contains("read"))
                && out.allMatch(it -> it.kind() == EdgeKind.ENCRYPTED_BY || it.kind() == EdgeKind.RECORDED_BY);
    }

    private String name(String id) {
        return Objects.requireNonNull(nodes.get(id)).name();
    }
}
