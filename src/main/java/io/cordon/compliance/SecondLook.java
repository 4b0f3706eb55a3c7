package io.cordon.compliance;

import io.github.cdklabs.cdknag.NagPack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.constructs.IConstruct;
import software.constructs.Node;

/**
 * Asks a pack again about single resources.
 *
 * <p>cdk-nag tells what a rule found as one group and describes the group by its first resource, so it does not say which
 * of the others break the rule and which the rule could not read. Asked about one resource alone, it does.
 */
final class SecondLook {
    /** How many requests it makes at most; one call of a plugin dies of 3,000 (see {@link WholeRead}). */
    static final int MOST = 1_500;

    private static final String DOUBTFUL =
            Finding.UNREADABLE + " of a resource before this one; the app is too large to ask for each resource alone.";

    private final String name;
    private final NagPack pack;
    private final IConstruct app;
    private final Map<String, Optional<IConstruct>> constructs = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private int requests;

    SecondLook(String name, NagPack pack, IConstruct app) {
        this.name = name;
        this.pack = pack;
        this.app = app;
        constructs.put("", Optional.of(app));
    }

    /** Returns the findings in their order, each in words of its own. */
    List<Finding> at(List<Finding> findings) {
        var rules = new HashSet<String>();
        var first =
                findings.stream().filter(finding -> rules.add(finding.rule())).collect(Collectors.toSet());
        var others =
                findings.stream().filter(finding -> !first.contains(finding)).toList();
        if (others.isEmpty()) {
            return findings;
        }
        var answers = Report.ofEach(name, pack, app, resources(others)).stream()
                .collect(Collectors.toMap(SecondLook::key, Function.identity(), (one, other) -> one));
        return findings.stream()
                .map(finding -> first.contains(finding) ? finding : answers.getOrDefault(key(finding), doubt(finding)))
                .toList();
    }

    /** As many as can be asked; first those that a rule may have broken and is said not to have read. */
    private List<IConstruct> resources(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::isUnreadable).reversed())
                .map(Finding::path)
                .distinct()
                .takeWhile(path -> requests < MOST)
                .flatMap(path -> construct(path, 1).stream())
                .toList();
    }

    private static List<String> key(Finding finding) {
        return List.of(finding.rule(), finding.path());
    }

    private static Finding doubt(Finding finding) {
        return finding.isUnreadable() ? finding.saying(DOUBTFUL) : finding;
    }

    private Optional<IConstruct> construct(String path, int asked) {
        requests += asked;
        var known = constructs.get(path);
        if (known != null) {
            return known;
        }
        var end = Math.max(path.lastIndexOf('/'), 0);
        var parent = path.substring(0, end);
        var id = path.substring(end == 0 ? 0 : end + 1);
        var found = construct(parent, 0).flatMap(it -> {
            requests++;
            return Optional.ofNullable(node(parent, it).tryFindChild(id));
        });
        constructs.put(path, found);
        return found;
    }

    private Node node(String path, IConstruct construct) {
        return nodes.computeIfAbsent(path, it -> {
            requests++;
            return construct.getNode();
        });
    }
}
