package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges exceptions: which finding each excuses, and whether it is in order itself. */
final class Governance {
    static final String PACK = "CordonExceptions";
    static final String WHY = "An exception holds as long as somebody answers for it, on one construct, for a reason.";

    private final Inspection inspection;
    private final Map<String, List<RecordedException>> exceptions;
    private final Map<Finding, RecordedException> excused = new HashMap<>();
    private final Map<RecordedException, List<String>> excusing;
    private final ExceptionChecks checks;
    private final List<Finding> problems;

    Governance(Assembly app, Inspection inspection) {
        this.inspection = inspection;
        this.exceptions = app.exceptions().stream().collect(Collectors.groupingBy(RecordedException::id));
        inspection
                .findings()
                .forEach(finding -> closest(finding).ifPresent(exception -> excused.put(finding, exception)));
        this.excusing = excused.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(entry -> entry.getKey().path(), Collectors.toList())));
        this.checks = new ExceptionChecks(app);
        this.problems = Stream.concat(
                        inspection.files().problems().stream(),
                        app.exceptions().stream().flatMap(it -> problemWith(it).stream()))
                .toList();
    }

    /** Returns the exception that covers a finding: the closest wins, as in the CDK. */
    Optional<RecordedException> exceptionFor(Finding finding) {
        return Optional.ofNullable(excused.get(finding));
    }

    /** Returns the constructs that an exception excuses. */
    List<String> excusedBy(RecordedException exception) {
        return excusing.getOrDefault(exception, List.of()).stream().sorted().toList();
    }

    /** Returns every exception that excuses something. */
    List<RecordedException> excusing() {
        return List.copyOf(excusing.keySet());
    }

    /** Returns findings against exceptions and their files; none of them can itself be excused. */
    List<Finding> problems() {
        return problems;
    }

    /**
     * Whether an exception is about a rule of this gate. Others excuse warnings of the CDK or findings of its template
     * validator, which the CDK's own constructs do by themselves: they are listed and not judged. A file is read by this
     * gate alone, so what stands there must be about its rules.
     */
    static boolean governs(RecordedException exception) {
        return ExceptionId.isOfThisGate(exception.id()) || !exception.file().isEmpty();
    }

    /** Whether an exception cannot be judged, since its pack did not finish: what it did not find may well stand. */
    boolean isOpen(RecordedException exception) {
        return inspection.unfinished(ExceptionId.pack(exception.id())).isPresent();
    }

    /** Returns the first thing that is wrong with an exception. */
    Optional<Finding> problemWith(RecordedException exception) {
        if (!governs(exception)) {
            return Optional.empty();
        }
        var first = checks.first(exception);
        return first.isPresent() || isOpen(exception) || !excusedBy(exception).isEmpty()
                ? first
                : checks.matchesNothing(exception);
    }

    /** Whether the last day of an exception is near. */
    boolean endsSoon(RecordedException exception) {
        return checks.endsSoon(exception);
    }

    private Optional<RecordedException> closest(Finding finding) {
        return finding.rule().equals(GatePlugin.UNFINISHED)
                ? Optional.empty()
                : exceptions.getOrDefault(finding.qualifiedId(), List.of()).stream()
                        .filter(it -> it.covers(finding.path()))
                        .max(Comparator.comparingInt(it -> it.path().length()));
    }
}
