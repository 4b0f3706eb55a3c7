package io.cordon.compliance.evidence.report;

import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that found something, each once.
 *
 * @param descriptors what each is, by id
 */
record SarifRules(List<Sarif.Rule> descriptors) {
    /** Code scanning refuses a file with more tags on a rule; the properties name all citations. */
    private static final int MOST_TAGS = 20;

    static SarifRules of(Facts facts) {
        var rows = facts.controls().stream()
                .collect(Collectors.toMap(ControlRow::ruleId, Function.identity(), (one, same) -> one));
        var found = facts.observations().stream()
                .collect(Collectors.groupingBy(it -> id(it), TreeMap::new, Collectors.toList()));
        return new SarifRules(found.entrySet().stream()
                .map(rule -> descriptor(rule.getKey(), rule.getValue(), Optional.ofNullable(rows.get(rule.getKey()))))
                .toList());
    }

    /** Returns the rule of a finding; of several findings of one rule, the finding's id says which in brackets. */
    static String id(Observation found) {
        return found.ruleId().replaceFirst("\\[.*", "");
    }

    static String level(Observation found) {
        return found.level().equals("warning") ? "warning" : "error";
    }

    int index(String id) {
        return descriptors.stream().map(Sarif.Rule::id).toList().indexOf(id);
    }

    private static Sarif.Rule descriptor(String id, List<Observation> found, Optional<ControlRow> row) {
        var said = Stream.of(one(found, Observation::why), one(found, Observation::mend))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
        var help = Plain.text(said.isEmpty() ? id : said);
        var cited = row.map(ControlRow::citations).stream()
                .flatMap(it -> Stream.of(it.split(" ")))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        return new Sarif.Rule(
                id,
                new Sarif.Text(row.map(ControlRow::ruleInfo).orElse(id)),
                new Sarif.Text(help),
                new Sarif.Help(help, help),
                new Sarif.Configuration(level(found.get(0))),
                new Sarif.Classification(cited.stream().limit(MOST_TAGS).toList(), cited));
    }

    /** What is said of one finding and not of another is not the rule's. */
    private static String one(List<Observation> found, Function<Observation, String> part) {
        var said = found.stream().map(part).distinct().toList();
        return said.size() == 1 ? said.get(0) : "";
    }
}
