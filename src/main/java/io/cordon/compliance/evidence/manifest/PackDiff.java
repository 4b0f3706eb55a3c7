package io.cordon.compliance.evidence.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What changed from one pack to another. */
final class PackDiff {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String THERE = "yes";
    private static final List<String> ASSET = List.of("Resource Type", "Resource ID");

    private final Path before;
    private final Path after;

    PackDiff(Path before, Path after) {
        this.before = before;
        this.after = after;
    }

    /** Rules by what they say of each resource. */
    List<Change> controls() {
        return changes("controls.csv", List.of("Rule ID", "Resource ID"), "Compliance");
    }

    /** Exceptions by their terms. */
    List<Change> exceptions() {
        return columns(
                "exceptions.csv",
                List.of("Rule ID", "Made On"),
                List.of("Reason", "Compensating Control", "Owner", "Ticket", "Expires", "Resource IDs", "Standing"));
    }

    /** Resources that came and went, and what else of them changed than their key. */
    List<Change> resources() {
        return columns(
                "inventory.csv",
                ASSET,
                List.of(
                        "Data Class",
                        "Retention",
                        "Backup",
                        "Public Exposure",
                        "Deletion Protection",
                        "On Stack Deletion"));
    }

    /** The keys of resources that stay. */
    List<Change> keys() {
        return Stream.of("Encryption", "Key", "Key's Data Class")
                .flatMap(column -> changes("inventory.csv", ASSET, column).stream()
                        .filter(change ->
                                !change.before().isEmpty() && !change.after().isEmpty())
                        .map(change -> new Change(change.what() + ": " + column, change.before(), change.after())))
                .toList();
    }

    /** Ways of PHI, by what may be done along them. */
    List<Change> flows() {
        var earlier = edges(before);
        var later = edges(after);
        var names = new TreeSet<>(earlier.keySet());
        names.addAll(later.keySet());
        return names.stream()
                .map(name -> new Change(name, earlier.getOrDefault(name, ""), later.getOrDefault(name, "")))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** Terms that changed, and whole rows that came or went. */
    private List<Change> columns(String file, List<String> key, List<String> columns) {
        var earlier = Table.read(before.resolve(file), key);
        var later = Table.read(after.resolve(file), key);
        var changes = new ArrayList<Change>();
        for (var name : names(earlier, later)) {
            if (earlier.has(name) && later.has(name)) {
                columns.stream()
                        .map(column -> new Change(
                                name + ": " + column, earlier.value(name, column), later.value(name, column)))
                        .filter(change -> !change.before().equals(change.after()))
                        .forEach(changes::add);
            } else {
                changes.add(new Change(name, earlier.has(name) ? THERE : "", later.has(name) ? THERE : ""));
            }
        }
        return changes;
    }

    private List<Change> changes(String file, List<String> key, String column) {
        var earlier = Table.read(before.resolve(file), key);
        var later = Table.read(after.resolve(file), key);
        return names(earlier, later).stream()
                .map(name -> new Change(name, earlier.value(name, column), later.value(name, column)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static List<String> names(Table one, Table other) {
        return Stream.concat(one.rows().keySet().stream(), other.rows().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> edges(Path pack) {
        var file = pack.resolve("data-flow.json");
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return StreamSupport.stream(
                            JSON.readTree(file.toFile()).path("edges").spliterator(), false)
                    .collect(Collectors.toMap(
                            edge -> edge.path("from").asText() + " "
                                    + edge.path("kind").asText() + " "
                                    + edge.path("to").asText() + label(edge),
                            PackDiff::allowed,
                            (one, other) -> one.equals(other) ? one : one + "; " + other,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static String label(JsonNode edge) {
        var label = edge.path("label").asText();
        return label.isEmpty() ? "" : " (" + label + ")";
    }

    private static String allowed(JsonNode edge) {
        var through = edge.path("through").asText();
        var grants = StreamSupport.stream(edge.path("grants").spliterator(), false)
                .map(JsonNode::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return Stream.of(through.isEmpty() ? "" : "through " + through, grants)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), words -> words.isEmpty() ? THERE : words));
    }
}
