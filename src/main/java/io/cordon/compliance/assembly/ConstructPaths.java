package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The paths of an app's constructs, from the root down. */
public final class ConstructPaths {
    private final Set<String> paths = new HashSet<>();
    private final SortedMap<String, SortedSet<String>> children = new TreeMap<>();

    private ConstructPaths() {}

    /**
     * Returns the constructs of an app: those of its tree, and of its templates where the app writes no tree. An app of
     * which nothing was read has none: its tree may be what could not be read.
     */
    public static ConstructPaths of(Assembly app) {
        var found = new ConstructPaths();
        found.paths.add("");
        var tree = app.directory().resolve("tree.json");
        if (!app.stacks().isEmpty() && Files.exists(tree)) {
            found.visit(Assembly.json(tree).path("tree"));
        }
        app.resources().forEach(resource -> found.add(resource.path()));
        return found;
    }

    /** Returns whether a construct has that path; the app itself has the empty one. */
    public boolean has(String path) {
        return paths.contains(path);
    }

    /** Returns the path that is most like one that no construct has: level by level the most similar name. */
    public Optional<String> nearest(String path) {
        var at = "";
        for (var name : path.split("/", -1)) {
            var alike = children.getOrDefault(at, new TreeSet<>()).stream().max(similarity(name));
            if (alike.isEmpty()) {
                break;
            }
            at = at.isEmpty() ? alike.get() : at + "/" + alike.get();
        }
        return Optional.of(at).filter(found -> !found.isEmpty());
    }

    private void visit(JsonNode node) {
        add(node.path("path").asText());
        node.path("children").forEach(this::visit);
    }

    private void add(String path) {
        if (paths.add(path)) {
            var end = path.lastIndexOf('/');
            var parent = path.substring(0, Math.max(0, end));
            children.computeIfAbsent(parent, it -> new TreeSet<>()).add(path.substring(end + 1));
            add(parent);
        }
    }

    private static Comparator<String> similarity(String name) {
        return Comparator.<String>comparingInt(it -> alike(it, name) - Math.abs(it.length() - name.length()))
                .thenComparing(Comparator.reverseOrder());
    }

    /** Returns how many characters agree from both ends: a slip of the pen stands somewhere between them. */
    private static int alike(String one, String other) {
        var most = Math.min(one.length(), other.length());
        var head = 0;
        while (head < most && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < most - head && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return 2 * (head + tail);
    }
}
