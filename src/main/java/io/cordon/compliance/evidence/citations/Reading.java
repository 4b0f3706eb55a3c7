package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.evidence.Counted;
import io.cordon.compliance.evidence.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The table in the words of its page. */
record Reading(Facts facts, CitationTable table) {

    /** How many provisions there are; those with a check, without an answer and without a check add up to them. */
    record Count(long provisions, long checked, long pass, long open, long unanswered, long notShown) {
        static Count of(Stream<Entry> entries) {
            var all = entries.toList();
            return new Count(
                    all.size(),
                    all.stream().filter(Entry::checked).count(),
                    all.stream().filter(it -> it.standing().passes()).count(),
                    count(all, Standing.OPEN),
                    count(all, Standing.NOT_EVALUATED, Standing.NOTHING_TO_LOOK_AT),
                    count(all, Standing.THROUGH_SPECIFICATIONS, Standing.NOT_SHOWN));
        }

        private static long count(List<Entry> entries, Standing... standings) {
            return entries.stream()
                    .filter(it -> Arrays.asList(standings).contains(it.standing()))
                    .count();
        }
    }

    Count count() {
        return Count.of(table.counted());
    }

    /** Returns the sections that have something to count. */
    List<CitationTable.SectionEntry> safeguards() {
        return table.sections().stream()
                .filter(section -> section.counted().findAny().isPresent())
                .toList();
    }

    /** Returns the sections whose provisions are listed. */
    List<CitationTable.SectionEntry> listed() {
        return table.sections().stream()
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    /** Returns the sections that ask nothing. */
    List<CitationTable.SectionEntry> silent() {
        return table.sections().stream()
                .filter(section -> section.entries().isEmpty())
                .toList();
    }

    long in(Standing standing) {
        return table.counted().filter(it -> it.standing() == standing).count();
    }

    /** Returns what must not be overlooked beside the count. */
    List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (!facts.passes()) {
            sentences.add("The gate does not let this app pass; index.html says why.");
        }
        facts.unfinished().forEach((pack, why) -> sentences.add(why + ". What it asks is not evaluated."));
        var count = count();
        sentences.add(
                count.open() == 0
                        ? "No finding is open on any of them."
                        : "On " + count.open() + " of them findings are open.");
        sentences.add("Cited by checks that came to no verdict: " + count.unanswered() + "; cited by no check: "
                + count.notShown() + ".");
        return sentences;
    }

    /** Returns what stands at the end, and on a single sheet tells where it is from. */
    String foot() {
        return "As of " + day() + ", commit " + facts.provenance().commit() + ", work tree "
                + facts.provenance().tree() + ". Evidence for technical safeguards; not a statement of compliance.";
    }

    String day() {
        return facts.app().asOf().toString();
    }

    String scope() {
        return Counted.of(facts.app().stacks().size(), "stack") + " with "
                + Counted.of(facts.app().resources().count(), "resource") + ", judged as of " + day();
    }
}
