package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.flow.Picture.Copy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pictures the flow of an app makes, one for all stacks that PHI connects, and what each shows. */
final class Drawn {
    private final Facts facts;
    private final Flow flow;
    private final Map<String, FlowNode> nodes;

    Drawn(Facts facts, Flow flow) {
        this.facts = facts;
        this.flow = flow;
        this.nodes = flow.byId();
    }

    /** Returns the column of a kind; -1 for what is told in the boxes of others. */
    static int column(NodeKind kind) {
        return switch (kind) {
            case OUTSIDE -> 0;
            case API, RULE -> 1;
            case FUNCTION, PRINCIPAL -> 2;
            case STORE, QUEUE, TOPIC, VAULT, MODEL, LOG, OTHER -> 3;
            case KEY, TRAIL, ENDPOINT -> -1;
        };
    }

    List<Picture> pictures() {
        var parts = new TreeMap<String, SortedSet<String>>();
        flow.nodes().stream()
                .filter(it -> !it.phi().isEmpty() && !it.stack().isEmpty())
                .forEach(it -> parts.put(it.stack(), new TreeSet<>(Set.of(it.stack()))));
        flow.edges().forEach(it -> join(parts, stack(it.from()), stack(it.to())));
        return parts.values().stream().distinct().map(this::picture).toList();
    }

    private static void join(Map<String, SortedSet<String>> parts, String one, String other) {
        var first = parts.get(one);
        var second = parts.get(other);
        if (first != null && second != null && first != second) {
            first.addAll(second);
            second.forEach(it -> parts.put(it, first));
        }
    }

    private Picture picture(SortedSet<String> stacks) {
        var edges = flow.edges().stream()
                .filter(it -> stacks.contains(stack(it.from())) || stacks.contains(stack(it.to())))
                .toList();
        var near = edges.stream().flatMap(it -> Stream.of(it.from(), it.to())).collect(Collectors.toSet());
        var here = flow.nodes().stream()
                .filter(it -> stacks.contains(it.stack()) || it.stack().isEmpty() && near.contains(it.id()))
                .filter(it -> isShown(it, edges))
                .toList();
        var failures = new DeadLetters(here, edges, nodes);
        var drawn = here.stream().filter(it -> !failures.holds(it)).toList();
        var words = new StoreWords(facts, flow);
        var boxes = new Boxes(edges, nodes, ids(drawn), words);
        var ordered = new Order(drawn.stream().map(boxes::of).toList(), failures.boxes(words)).boxes();
        return new Picture(title(stacks), ordered, copies(edges, ids(drawn)), notes(stacks));
    }

    private boolean isShown(FlowNode node, List<FlowEdge> edges) {
        return switch (node.kind()) {
            case KEY, TRAIL, ENDPOINT -> false;
            case OUTSIDE ->
                edges.stream()
                        .anyMatch(it -> it.from().equals(node.id()) && it.kind().leadsIn());
            case API, RULE -> true;
            case FUNCTION ->
                !node.phi().isEmpty()
                        || edges.stream()
                                .anyMatch(it -> it.to().equals(node.id()) && it.kind() == EdgeKind.ASKS_LEAVE_OF);
            default -> !node.phi().isEmpty();
        };
    }

    private static Set<String> ids(List<FlowNode> nodes) {
        return nodes.stream().map(FlowNode::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Copy> copies(List<FlowEdge> edges, Set<String> drawn) {
        return edges.stream()
                .filter(it -> it.kind() == EdgeKind.COPIES_TO && drawn.contains(it.from()) && drawn.contains(it.to()))
                .map(it -> new Copy(it.from(), it.to()))
                .toList();
    }

    private static String title(SortedSet<String> stacks) {
        var few = stacks.stream().limit(4).collect(Collectors.joining(", "));
        return stacks.size() > 4 ? few + " and " + (stacks.size() - 4) + " more" : few;
    }

    private List<String> notes(SortedSet<String> stacks) {
        var others = facts.app()
                .resources()
                .filter(it -> stacks.contains(it.stack()))
                .filter(it -> !nodes.containsKey(it.path()))
                .count();
        var unresolved = flow.unresolved().stream()
                .filter(it -> stacks.contains(it.why().stack()))
                .count();
        return List.of(
                "Keys, trails, endpoints and logs are told in the boxes or in data-flow.json. Other resources of these"
                        + " stacks, in inventory.csv: " + others + ".",
                unresolved == 0
                        ? "Every reference could be followed."
                        : "References that could not be followed: " + unresolved
                                + "; see \"unresolved\" in data-flow.json.");
    }

    private String stack(String id) {
        var node = nodes.get(id);
        return node == null ? "" : node.stack();
    }
}
