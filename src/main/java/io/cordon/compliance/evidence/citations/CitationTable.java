package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.policies.SecurityRule;
import io.cordon.policies.SecurityRule.Kind;
import io.cordon.policies.SecurityRule.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every provision of the Security Rule with what one synth says of it.
 *
 * <p>A rule speaks of the provisions that it cites and of no other: one that cites a standard shows none of its
 * specifications.
 *
 * @param rule the provisions
 * @param sections what is said of them, in the order of the regulation
 * @param unknown rules that cite a paragraph which the Security Rule does not have, by citation
 * @param others what rules cite of other frameworks, by pack and citation
 */
record CitationTable(
        SecurityRule rule,
        List<SectionEntry> sections,
        SortedMap<String, List<RuleEntry>> unknown,
        SortedMap<String, SortedMap<String, Cited>> others) {

    /** What is said of one section. */
    record SectionEntry(SecurityRule.Section section, List<Entry> entries) {
        Stream<Entry> counted() {
            return entries.stream().filter(Entry::counts);
        }
    }

    /** How many rules cite something, and what they say. */
    record Cited(int rules, Tally rows) {}

    static CitationTable of(Facts facts, SecurityRule rule) {
        var rows = new CitedRows(facts.controls(), rule);
        var unknown = new TreeMap<String, List<RuleEntry>>();
        rows.unknown().forEach((citation, of) -> unknown.put(citation, RuleEntry.in(of)));
        var others = new TreeMap<String, SortedMap<String, Cited>>();
        rows.others().forEach((pack, cited) -> {
            var counts = new TreeMap<String, Cited>();
            cited.forEach((citation, of) ->
                    counts.put(citation, new Cited(CitedRows.byRule(of).size(), Tally.of(of))));
            others.put(pack, counts);
        });
        var sections = rule.sections().stream()
                .map(section -> new SectionEntry(section, entries(section, rows)))
                .toList();
        return new CitationTable(rule, sections, unknown, others);
    }

    /** Returns the provisions that count: standards and specifications. */
    Stream<Entry> counted() {
        return sections.stream().flatMap(SectionEntry::counted);
    }

    /** Specifications stand behind their standard, so going backwards each standard knows what they came to. */
    private static List<Entry> entries(SecurityRule.Section section, CitedRows rows) {
        var entries = new ArrayList<Entry>();
        var through = new ArrayList<String>();
        for (var i = section.provisions().size() - 1; i >= 0; i--) {
            var provision = section.provisions().get(i);
            var isStandard = provision.kind() == Kind.STANDARD;
            var entry = entry(provision, rows.of(provision), isStandard ? through : List.of());
            entries.add(0, entry);
            if (isStandard) {
                through.clear();
            } else if (entry.standing().passes()) {
                through.add(0, provision.citation());
            }
        }
        return List.copyOf(entries);
    }

    private static Entry entry(Provision provision, List<ControlRow> cited, List<String> through) {
        var rows = Tally.of(cited);
        var standing = Standing.of(rows);
        return standing == Standing.NOT_SHOWN && !through.isEmpty()
                ? new Entry(provision, Standing.THROUGH_SPECIFICATIONS, rows, List.of(), List.copyOf(through))
                : new Entry(provision, standing, rows, RuleEntry.in(cited), List.of());
    }
}
