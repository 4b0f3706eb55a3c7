package io.cordon.compliance.evidence.page;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One pack of rules.
 *
 * @param name its name
 * @param rules how many rules it has
 * @param asked how many of them found a resource to look at
 */
record PackEntry(String name, long rules, long asked) {

    static List<PackEntry> in(List<RuleEntry> rules) {
        return rules.stream()
                .filter(entry ->
                        !entry.rule().pack().isEmpty() && !entry.level().equals("fatal"))
                .collect(Collectors.groupingBy(entry -> entry.rule().pack(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(pack -> new PackEntry(
                        pack.getKey(),
                        pack.getValue().size(),
                        pack.getValue().stream()
                                .filter(entry -> entry.resources() > 0)
                                .count()))
                .toList();
    }
}
