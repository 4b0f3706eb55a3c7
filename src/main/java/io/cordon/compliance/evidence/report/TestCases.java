package io.cordon.compliance.evidence.report;

import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each row of the controls as a test, and each finding that has no row, such as one against an exception. */
final class TestCases {
    private final Facts facts;
    private final Map<String, List<Observation>> standing;
    private final Map<String, List<ControlRow>> rows;

    TestCases(Facts facts) {
        this.facts = facts;
        this.standing = facts.observations().stream()
                .filter(found -> !found.excused())
                .collect(Collectors.groupingBy(Observation::path));
        this.rows = facts.controls().stream().collect(Collectors.groupingBy(ControlRow::resourceId));
    }

    SortedMap<String, List<TestCase>> byPack() {
        var withoutRow = facts.observations().stream()
                .filter(found -> !found.excused())
                .filter(found ->
                        rows.getOrDefault(found.path(), List.of()).stream().noneMatch(row -> isOf(found, row)))
                .map(found -> failed(found, stack(found.path()), ""));
        return Stream.concat(facts.controls().stream().map(this::of), withoutRow)
                .collect(Collectors.groupingBy(TestCase::pack, TreeMap::new, Collectors.toList()));
    }

    private TestCase of(ControlRow row) {
        var found = standing.getOrDefault(row.resourceId(), List.of()).stream()
                .filter(it -> isOf(it, row))
                .findFirst();
        if (found.isPresent()) {
            return failed(found.get(), row.stack(), row.citations());
        }
        return new TestCase(
                pack(row.ruleId()),
                row.stack(),
                name(row.ruleId(), row.resourceId()),
                result(row.compliance()),
                message(row),
                "",
                facts.sources().of(row.resourceId()).orElse(null));
    }

    /** Of several findings of one rule, the row's cause names the one that it is about. */
    private static boolean isOf(Observation found, ControlRow row) {
        return found.ruleId().equals(row.ruleId()) || found.ruleId().equals(pack(row.ruleId()) + "::" + row.cause());
    }

    private static TestCase.Result result(Compliance compliance) {
        return switch (compliance) {
            case COMPLIANT -> TestCase.Result.PASSED;
            case NON_COMPLIANT -> TestCase.Result.FAILED;
            case ACKNOWLEDGED, NOT_APPLICABLE, NOT_EVALUATED -> TestCase.Result.SKIPPED;
        };
    }

    private static String message(ControlRow row) {
        return switch (row.compliance()) {
            case COMPLIANT -> "";
            case ACKNOWLEDGED ->
                "Acknowledged: " + row.exceptionReason() + " Owner: " + row.owner() + ". Until: " + row.expires() + ".";
            case NON_COMPLIANT, NOT_APPLICABLE, NOT_EVALUATED -> row.compliance() + ": " + row.cause();
        };
    }

    private TestCase failed(Observation found, String stack, String citations) {
        var line = facts.sources().of(found.path());
        var details = Stream.of(
                        found.info(),
                        labelled("Why: ", found.why()),
                        labelled("Mend: ", found.mend()),
                        labelled("Line: ", line.map(Object::toString).orElse("")),
                        labelled("Cites: ", citations))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return new TestCase(
                pack(found.ruleId()),
                stack,
                name(found.ruleId(), found.path()),
                TestCase.Result.FAILED,
                found.info(),
                details,
                line.orElse(null));
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + text;
    }

    private static String pack(String ruleId) {
        return ruleId.replaceFirst("::.*", "");
    }

    private static String name(String ruleId, String path) {
        return (ruleId.replaceFirst("^.*?::", "") + " " + path).strip();
    }

    private String stack(String path) {
        return facts.app().stacks().stream()
                .map(StackTemplate::path)
                .filter(stack -> path.equals(stack) || path.startsWith(stack + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
