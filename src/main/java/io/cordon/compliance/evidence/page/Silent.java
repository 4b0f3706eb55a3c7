package io.cordon.compliance.evidence.page;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rules that found nothing to look at.
 *
 * @param cause what the app does not have
 * @param rules the rules, those of one name together
 */
record Silent(String cause, List<List<RuleEntry>> rules) {

    static List<Silent> in(List<RuleEntry> rules) {
        return rules.stream()
                .filter(RuleEntry::isSilent)
                .collect(Collectors.groupingBy(Silent::cause, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Silent(group.getKey(), twins(group.getValue())))
                .toList();
    }

    long count() {
        return rules.stream().mapToLong(List::size).sum();
    }

    private static List<List<RuleEntry>> twins(List<RuleEntry> rules) {
        return List.copyOf(rules.stream()
                .collect(Collectors.groupingBy(it -> it.rule().name(), TreeMap::new, Collectors.toList()))
                .values());
    }

    private static String cause(RuleEntry rule) {
        return rule.mentions().get(0).rows().get(0).note();
    }
}
