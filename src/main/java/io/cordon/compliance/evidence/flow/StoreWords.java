package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.inventory.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a picture says of a store or a model: its key, how long it keeps data, how it is reached and recorded. */
final class StoreWords {
    private static final Map<NodeKind, String> KINDS = Map.of(
            NodeKind.VAULT, "backup vault",
            NodeKind.QUEUE, "queue",
            NodeKind.TOPIC, "topic",
            NodeKind.LOG, "log group");

    private final Recording recording;
    private final Flow flow;
    private final Map<String, FlowNode> nodes;

    StoreWords(Facts facts, Flow flow) {
        this.recording = new Recording(facts);
        this.flow = flow;
        this.nodes = flow.byId();
    }

    List<String> store(FlowNode node) {
        var asset = Objects.requireNonNull(node.asset());
        var lines = new ArrayList<String>();
        lines.add(kind(node, asset) + (node.phi().isEmpty() ? ", data class " + asset.dataClass() : ""));
        lines.add("key: " + key(asset));
        lines.add("kept: "
                + asset.retention()
                        .replaceFirst(" \\(.*?\\)", "")
                        .replaceFirst("; an item with (\\S+) .*", ", or until its $1"));
        if (node.kind() == NodeKind.STORE) {
            lines.add("backup: "
                    + asset.backup()
                            .replaceAll("; plan [^;]*;|^plan [^;]*; ", ";")
                            .replaceAll("(?<= )for ", "")
                            .replace("point-in-time recovery,", "PITR"));
        }
        var recorded = recording.of(node);
        if (!recorded.isEmpty()) {
            lines.add(recorded);
        }
        if (!asset.exposure().startsWith("none stated")) {
            lines.add(asset.exposure());
        }
        lines.addAll(through(node));
        add(lines, "reached from ", node, EdgeKind.CALLS, EdgeKind.STARTS);
        add(lines, "open to ", node, EdgeKind.MAY_TOUCH);
        return lines;
    }

    /** Ways that are not drawn: from doors, and from outside past all of them. */
    private void add(List<String> lines, String words, FlowNode node, EdgeKind... kinds) {
        var others = flow.edges().stream()
                .filter(it -> it.to().equals(node.id()) && List.of(kinds).contains(it.kind()))
                .map(it -> Objects.requireNonNull(nodes.get(it.from())))
                .filter(it -> Drawn.column(it.kind()) < 2 && !it.name().endsWith(".amazonaws.com"))
                .map(FlowNode::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            lines.add(words + others);
        }
    }

    List<String> model(FlowNode node) {
        var lines = new ArrayList<String>();
        lines.add("Amazon Bedrock");
        lines.addAll(through(node));
        return lines;
    }

    private static String kind(FlowNode node, Asset asset) {
        return KINDS.getOrDefault(
                node.kind(), asset.type().replaceFirst("^AWS::", "").replace("::", " "));
    }

    private String key(Asset asset) {
        if (asset.key().isEmpty()) {
            return asset.encryption();
        }
        var node = nodes.get(asset.key());
        return (node == null ? asset.key() : node.name()) + " (" + asset.encryption() + ")";
    }

    private List<String> through(FlowNode node) {
        var ways = flow.edges().stream()
                .filter(it -> it.to().equals(node.id()) && !it.through().isEmpty())
                .map(FlowEdge::through)
                .filter(it -> !it.equals(Endpoints.BY_LAMBDA))
                .map(it -> nodes.containsKey(it) ? "endpoint " + nodes.get(it).name() : it)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return ways.isEmpty() ? List.of() : List.of("through " + ways);
    }
}
