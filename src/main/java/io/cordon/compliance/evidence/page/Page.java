package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.Counted;
import io.cordon.compliance.evidence.Facts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the page says, in the order in which it says it.
 *
 * @param facts what it is drawn from
 * @param result what the gate said
 * @param tally all rows
 * @param packs what was asked
 * @param standing what keeps the app from passing
 * @param exceptions how many exceptions there are
 * @param register all of them
 * @param gaps what was not evaluated
 * @param citations by provision
 * @param rules by rule
 * @param silent the rules that found nothing to look at
 * @param stacks by stack and resource
 * @param advice what does not decide
 * @param files the other files of the pack
 */
record Page(
        Facts facts,
        Result result,
        Tally tally,
        List<PackEntry> packs,
        List<Standing> standing,
        ExceptionCount exceptions,
        List<Excuse> register,
        List<Gap> gaps,
        List<CitationEntry> citations,
        List<RuleEntry> rules,
        List<Silent> silent,
        List<StackEntry> stacks,
        List<AdviceEntry> advice,
        List<PackFile> files) {
    /** How many of each the first page has room for. */
    private static final int MOST_STACKS = 7;

    private static final int MOST_CAUSES = 4;

    /** Draws the page of a pack that also has these files. */
    static Page of(Facts facts, List<String> files) {
        var anchors = Anchors.of(facts);
        var rules = RuleEntry.in(facts, anchors);
        return new Page(
                facts,
                Result.of(facts),
                Tally.of(facts.controls()),
                PackEntry.in(rules),
                Standing.in(facts, anchors),
                ExceptionCount.of(facts.exceptions()),
                Excuse.in(facts, anchors),
                Gap.in(facts, anchors),
                CitationEntry.in(facts, anchors),
                rules.stream().filter(rule -> !rule.isSilent()).toList(),
                Silent.in(rules),
                StackEntry.in(facts, anchors),
                AdviceEntry.in(facts),
                PackFile.of(files));
    }

    /** Returns the day it was judged for. */
    String day() {
        return facts.app().asOf().toString();
    }

    /** Returns what stands at the end, and on a single sheet tells where it is from. */
    String foot() {
        return "As of " + day() + ", commit " + facts.provenance().commit() + ", work tree "
                + facts.provenance().tree() + ". Evidence for technical safeguards; not a statement of compliance.";
    }

    String versions() {
        var versions = facts.provenance().versions();
        return versions.isEmpty()
                ? "not known"
                : versions.entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** Returns the stacks alone. */
    List<StackEntry> realStacks() {
        return stacks.stream().filter(StackEntry::isStack).toList();
    }

    List<StackEntry> firstStacks() {
        return realStacks().stream().limit(MOST_STACKS).toList();
    }

    List<Gap> firstGaps() {
        return gaps.stream().limit(MOST_CAUSES).toList();
    }

    /** Returns how many resources at least one rule came to a verdict on. */
    long judged() {
        return realStacks().stream().mapToLong(StackEntry::judged).sum();
    }

    /** Returns how much nobody could judge, in words. */
    String notEvaluated() {
        var rows = tally.of(Compliance.NOT_EVALUATED);
        var blind = result.resources() - judged();
        return rows == 0
                ? "Every row has a verdict."
                : Counted.of(rows, "row") + " of " + Counted.number(tally.all()) + " could not be judged; "
                        + Counted.number(blind) + " of " + Counted.of(result.resources(), "resource")
                        + (blind == 1 ? " has" : " have") + " no verdict at all.";
    }

    boolean has(String file) {
        return files.stream().anyMatch(it -> it.name().equals(file));
    }
}
