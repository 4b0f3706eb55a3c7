package io.cordon.compliance;

import io.github.cdklabs.cdknag.NagPack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var first = new HashSet<String>();
        var clear =
                findings.stream().filter(finding -> first.add(finding.rule())).collect(Collectors.toSet());
        var doubtful = Stream.of(true, false)
                .flatMap(unreadable -> findings.stream()
                        .filter(finding -> !clear.contains(finding) && finding.isUnreadable() == unreadable))
                .map(Finding::path)
                .distinct()
                .takeWhile(path -> requests < MOST)
                .flatMap(path -> construct(path, 1).stream())
                .toList();
        if (doubtful.isEmpty()) {
            return findings;
        }
        var answers = Report.ofEach(name, pack, app, doubtful).stream()
                .collect(Collectors.toMap(SecondLook::key, Function.identity(), (one, other) -> one));
        return findings.stream()
                .map(finding -> clear.contains(finding) ? finding : answers.getOrDefault(key(finding), doubt(finding)))
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
