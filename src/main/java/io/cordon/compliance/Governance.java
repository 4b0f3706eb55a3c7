package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.policies.ExceptionPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges exceptions: which finding each excuses, and what is wrong with the exception itself. */
final class Governance {
    static final String PACK = "CordonExceptions";
    private static final String WHY =
            "An exception holds as long as somebody answers for it, on one construct, for a reason.";
    /** What the CDK writes before an id that names no pack. */
    static final String UNQUALIFIED = "Annotation::";

    private static final Pattern NAG_RULE = Pattern.compile(
            "(HIPAA\\.Security|NIST\\.800\\.53\\.R[45]|PCI\\.DSS\\.321|AwsSolutions|Serverless)-\\w+.*");
    private static final Set<String> PACKS = Set.of(NagRules.HIPAA, NagRules.NIST, OwnRules.PACK, PACK);

    private final Assembly app;
    private final Inspection inspection;
    private final ExceptionPolicy policy = ExceptionPolicy.current();
    private final Map<String, List<RecordedException>> exceptions;
    private final Map<Finding, RecordedException> excused;

    Governance(Assembly app, Inspection inspection) {
        this.app = app;
        this.inspection = inspection;
        this.exceptions = app.exceptions().stream().collect(Collectors.groupingBy(RecordedException::id));
        this.excused = new HashMap<>();
        inspection
                .findings()
                .forEach(finding -> closest(finding).ifPresent(exception -> excused.put(finding, exception)));
    }

    /** Returns the exception that covers a finding: the closest wins, as in the CDK. */
    Optional<RecordedException> exceptionFor(Finding finding) {
        return Optional.ofNullable(excused.get(finding));
    }

    /** Returns the constructs that an exception excuses. */
    List<String> excusedBy(RecordedException exception) {
        return excused.entrySet().stream()
                .filter(entry -> entry.getValue().equals(exception))
                .map(entry -> entry.getKey().path())
                .sorted()
                .toList();
    }

    /** Returns findings against exceptions; none of them can itself be excused. */
    List<Finding> problems() {
        return app.exceptions().stream()
                .flatMap(exception -> problemWith(exception).stream())
                .toList();
    }

    /**
     * Whether an exception is about a rule of this gate. Others excuse warnings of the CDK or findings of its template
     * validator, which the CDK's own constructs do by themselves: they are listed and not judged.
     */
    static boolean governs(RecordedException exception) {
        var id = exception.id();
        return isBare(id) || PACKS.contains(pack(exception));
    }

    /** Whether an exception cannot be judged, since its pack did not finish: what it did not find may well stand. */
    boolean isOpen(RecordedException exception) {
        return inspection.unfinished(pack(exception)).isPresent();
    }

    private static String pack(RecordedException exception) {
        return exception.id().replaceFirst("::.*", "");
    }

    private static boolean isBare(String id) {
        return id.startsWith(UNQUALIFIED)
                && NAG_RULE.matcher(id.substring(UNQUALIFIED.length())).matches();
    }

    /** Returns the first thing that is wrong with an exception. */
    Optional<Finding> problemWith(RecordedException exception) {
        var id = exception.id();
        if (!governs(exception)) {
            return Optional.empty();
        }
        if (isBare(id)) {
            return problem(
                    exception,
                    "BareId",
                    id.substring(UNQUALIFIED.length()) + " names no pack, so its finding reaches no report.",
                    "Use Acknowledge.on(construct), which writes Pack::Rule.");
        }
        if (exception.path().isEmpty()
                || app.stacks().stream()
                        .anyMatch(stack -> stack.path().equals(exception.path())
                                || stack.path().startsWith(exception.path() + "/"))) {
            return problem(
                    exception,
                    "ScopeTooWide",
                    id + " is excused for a whole stack or app.",
                    "Make the exception on the construct that the finding names.");
        }
        if (app.exceptions().stream().filter(exception::equals).count() > 1) {
            return problem(exception, "Duplicate", id + " is excused twice here.", "Remove one.");
        }
        return problemWithTerms(exception)
                .or(() -> excusedBy(exception).isEmpty() && !isOpen(exception)
                        ? problem(
                                exception,
                                "MatchesNothing",
                                id + " is excused here, and no such finding stands.",
                                "Remove the exception, or correct its id: " + id
                                        + " must be what the synth prints, brackets included.")
                        : Optional.empty());
    }

    private Optional<Finding> problemWithTerms(RecordedException exception) {
        var id = exception.id();
        var reason = exception.reason().strip();
        var terms = exception.terms();
        if (terms == null || terms.owner().isBlank()) {
            return problem(
                    exception,
                    "NoOwner",
                    id + " is excused, and nobody answers for it.",
                    "Use Acknowledge.on(construct).ownedBy(role).");
        }
        if (reason.length() < policy.shortestReason() || isBoilerplate(reason)) {
            return problem(
                    exception,
                    "EmptyReason",
                    "The reason given for " + id + " says nothing.",
                    "Say in a sentence of at least " + policy.shortestReason()
                            + " characters why this construct is safe without the rule.");
        }
        var expires = date(terms.expires());
        if (expires.isEmpty() || expires.get().isBefore(app.asOf())) {
            return problem(
                    exception,
                    "Expired",
                    "The exception for " + id + " ended on " + terms.expires() + "; this synth is as of " + app.asOf()
                            + ".",
                    "Mend the finding, or review the exception and give it a new end.");
        }
        return Optional.empty();
    }

    /** Whether the last day of an exception is near. */
    boolean endsSoon(RecordedException exception) {
        return Optional.ofNullable(exception.terms())
                .flatMap(terms -> date(terms.expires()))
                .filter(day -> !day.isAfter(app.asOf().plusDays(policy.warningDays())))
                .isPresent();
    }

    private boolean isBoilerplate(String reason) {
        var plain = reason.toLowerCase(Locale.ROOT);
        return policy.boilerplate().stream().anyMatch(phrase -> plain.startsWith(phrase));
    }

    private Optional<RecordedException> closest(Finding finding) {
        return finding.rule().equals(GatePlugin.UNFINISHED)
                ? Optional.empty()
                : exceptions.getOrDefault(finding.qualifiedId(), List.of()).stream()
                        .filter(it -> it.covers(finding.path()))
                        .max(Comparator.comparingInt(it -> it.path().length()));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> problem(RecordedException on, String rule, String info, String mend) {
        return Optional.of(new Finding(PACK, rule, "fatal", info, WHY, mend, on.path()));
    }
}
