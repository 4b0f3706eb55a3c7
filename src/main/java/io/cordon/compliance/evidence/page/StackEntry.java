package io.cordon.compliance.evidence.page;

import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One stack and its resources; at the end what no stack holds.
 *
 * @param name its path, or what the rows are about
 * @param anchor where its resources stand; empty if it has none
 * @param isStack whether it is one
 * @param environment account and region; empty for what is no stack
 * @param judged how many of its resources have a verdict at least
 * @param tally its rows
 * @param resources its resources
 */
record StackEntry(
        String name,
        String anchor,
        boolean isStack,
        String environment,
        long judged,
        Tally tally,
        List<ResourceEntry> resources) {

    static List<StackEntry> in(Facts facts, Anchors anchors) {
        var rows = facts.controls().stream()
                .collect(Collectors.groupingBy(ControlRow::resourceId, TreeMap::new, Collectors.toList()));
        var stacks = new ArrayList<StackEntry>();
        for (var stack : facts.app().stacks()) {
            stacks.add(of(stack, "stack-" + (stacks.size() + 1), rows, facts, anchors));
        }
        facts.app().resources().map(TemplateResource::path).forEach(rows::remove);
        var app = rows.remove("");
        if (!rows.isEmpty()) {
            stacks.add(outside(rows, facts, anchors));
        }
        if (app != null) {
            stacks.add(new StackEntry("The app as a whole", "", false, "", 0, Tally.of(app), List.of()));
        }
        return List.copyOf(stacks);
    }

    private static StackEntry of(
            StackTemplate stack, String anchor, Map<String, List<ControlRow>> rows, Facts facts, Anchors anchors) {
        var resources = stack.resources().stream()
                .map(it -> ResourceEntry.of(it, rows.getOrDefault(it.path(), List.of()), facts, anchors))
                .toList();
        return new StackEntry(
                stack.path(),
                resources.isEmpty() ? "" : anchor,
                true,
                stack.environment(),
                judged(resources),
                tally(stack.resources().stream().map(TemplateResource::path).distinct(), rows),
                resources);
    }

    /** Findings on constructs that no template shows. */
    private static StackEntry outside(Map<String, List<ControlRow>> rows, Facts facts, Anchors anchors) {
        var constructs = rows.entrySet().stream()
                .map(entry -> ResourceEntry.of(entry.getKey(), entry.getValue(), facts, anchors))
                .toList();
        return new StackEntry(
                "In no template that was read",
                "stack-none",
                false,
                "",
                judged(constructs),
                tally(rows.keySet().stream(), rows),
                constructs);
    }

    private static long judged(List<ResourceEntry> resources) {
        return resources.stream().filter(ResourceEntry::judged).count();
    }

    private static Tally tally(Stream<String> paths, Map<String, List<ControlRow>> rows) {
        return Tally.of(paths.flatMap(path -> rows.getOrDefault(path, List.of()).stream())
                .toList());
    }

    /** Returns the account, if the app fixes one. */
    String account() {
        var account = environment.replaceFirst("/.*", "");
        return account.equals("unknown") ? "not fixed" : account;
    }

    /** Returns the region, if the app fixes one. */
    String region() {
        var region = environment.replaceFirst("[^/]*/?", "");
        return region.equals("unknown") ? "not fixed" : region;
    }
}
