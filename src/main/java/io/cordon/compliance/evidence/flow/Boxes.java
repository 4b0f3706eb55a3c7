package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.flow.Box.Look;
import io.cordon.compliance.evidence.flow.Box.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the boxes of one picture. */
final class Boxes {
    /** Third person of what policies allow; what else they allow is in the data. */
    private static final Map<String, String> VERBS = Map.of("read", "reads", "write", "writes", "delete", "deletes");

    private final List<FlowEdge> edges;
    private final Map<String, FlowNode> nodes;
    private final Set<String> drawn;
    private final StoreWords stores;

    Boxes(List<FlowEdge> edges, Map<String, FlowNode> nodes, Set<String> drawn, StoreWords stores) {
        this.edges = edges;
        this.nodes = nodes;
        this.drawn = drawn;
        this.stores = stores;
    }

    Box of(FlowNode node) {
        var column = column(node.id());
        var rows = new ArrayList<Row>();
        edges.stream()
                .filter(it -> it.from().equals(node.id()) && isDrawn(it))
                .sorted(Comparator.comparing(it -> it.kind() == EdgeKind.ASKS_LEAVE_OF))
                .forEach(it -> row(it, column).ifPresent(rows::add));
        return new Box(
                node.id(),
                column,
                look(node),
                Words.shorten(node.name(), (Columns.width(column) - 62) / 7),
                full(node),
                lines(node).stream()
                        .filter(it -> !it.isEmpty())
                        .flatMap(it -> Words.wrap(it, Columns.letters(column)).stream())
                        .toList(),
                List.copyOf(rows));
    }

    /** Whether a way runs forward, and behind no box; what does not is told where it ends. */
    private boolean isDrawn(FlowEdge edge) {
        return drawn.contains(edge.to()) && column(edge.to()) == column(edge.from()) + 1;
    }

    /** What is outside and leads to no door stands beside the doors. */
    private int column(String id) {
        var node = Objects.requireNonNull(nodes.get(id));
        var leadsToDoors = edges.stream()
                .anyMatch(it -> it.from().equals(id)
                        && Drawn.column(Objects.requireNonNull(nodes.get(it.to()))
                                        .kind())
                                == 1);
        return node.kind() == NodeKind.OUTSIDE && !leadsToDoors ? 1 : Drawn.column(node.kind());
    }

    private static Look look(FlowNode node) {
        if (node.kind() == NodeKind.MODEL) {
            return Look.MODEL;
        }
        return node.isPhi() ? Look.PHI : Look.PLAIN;
    }

    private static String full(FlowNode node) {
        var asset = node.asset();
        return asset == null ? node.name() : node.id() + " (" + asset.type() + ")";
    }

    private Optional<Row> row(FlowEdge edge, int column) {
        var name = name(edge.to());
        var text = switch (edge.kind()) {
            case MAY_TOUCH -> touching(edge).isEmpty() ? "" : touching(edge) + " " + name;
            case MAY_ASK -> "asks " + name;
            case STARTS ->
                edge.label().isEmpty() ? "starts " + name : edge.label().replaceFirst(" \\(.*", "");
            case CALLS -> column == 0 ? "calls" : "passes on to " + name;
            case ASKS_LEAVE_OF -> "asks leave of " + name;
            default -> "";
        };
        var full = edge.label().isEmpty() ? text : edge.label();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(Words.shorten(text, Columns.letters(column) - 1), full, edge.to()));
    }

    private static String touching(FlowEdge edge) {
        return edge.verbs().stream()
                .filter(VERBS::containsKey)
                .sorted(Comparator.comparing(List.of("read", "write", "delete")::indexOf))
                .map(VERBS::get)
                .collect(Collectors.joining(", "));
    }

    private List<String> lines(FlowNode node) {
        return switch (node.kind()) {
            case API -> List.of(exposure(node), guards(node), behind(node));
            case RULE -> List.of(node.note().isEmpty() ? "on " + told(node) : node.note());
            case FUNCTION -> function(node);
            case PRINCIPAL -> List.of(node.note().isEmpty() ? "no function's" : "role of " + node.note());
            case MODEL -> stores.model(node);
            case OUTSIDE -> List.of();
            default -> stores.store(node);
        };
    }

    /** Ways that would run backwards are told, not drawn. */
    private List<String> function(FlowNode node) {
        var starters = edges.stream()
                .filter(it -> it.to().equals(node.id()) && it.kind().leadsIn() && !isDrawn(it))
                .map(it -> name(it.from()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Stream.of(tag(node), starters.isEmpty() ? "" : "started by " + starters)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String tag(FlowNode node) {
        var asset = node.asset();
        return node.isPhi() || asset == null ? "" : "function, data class " + asset.dataClass();
    }

    private static String exposure(FlowNode node) {
        var asset = node.asset();
        return asset == null ? "" : asset.exposure().replace("reachable: ", "");
    }

    private String guards(FlowNode api) {
        var guards = edges.stream()
                .filter(it -> it.from().equals(api.id()) && it.kind() == EdgeKind.STARTS)
                .map(it -> it.label().replaceFirst(".*\\((.*)\\)$", "$1"))
                .distinct()
                .toList();
        if (guards.isEmpty()) {
            return "";
        }
        return guards.size() == 1 ? "each route: " + guards.get(0) : "routes: " + String.join(", ", guards);
    }

    private String behind(FlowNode api) {
        var before = edges.stream()
                .filter(it -> it.to().equals(api.id()) && column(it.from()) == 1)
                .map(it -> name(it.from()))
                .collect(Collectors.joining(", "));
        return before.isEmpty() ? "" : "behind " + before;
    }

    private String told(FlowNode rule) {
        var tellers = edges.stream()
                .filter(it -> it.to().equals(rule.id()) && it.kind() == EdgeKind.TELLS)
                .map(it -> name(it.from()))
                .collect(Collectors.joining(", "));
        return tellers.isEmpty() ? "events" : "events of " + tellers;
    }

    private String name(String id) {
        return Objects.requireNonNull(nodes.get(id)).name();
    }
}
