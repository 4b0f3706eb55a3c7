package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.ConstructPaths;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.policies.ExceptionPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with an exception itself, whatever it excuses, in the order in which it is told. */
final class ExceptionChecks {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}]+");

    private final LocalDate asOf;
    private final Set<String> stacks;
    private final Map<List<String>, Long> made;
    private final ConstructPaths paths;

    ExceptionChecks(Assembly app) {
        this.asOf = app.asOf();
        this.stacks = app.stacks().stream().map(StackTemplate::path).collect(Collectors.toSet());
        this.made =
                app.exceptions().stream().collect(Collectors.groupingBy(ExceptionChecks::what, Collectors.counting()));
        this.paths = ConstructPaths.of(app);
    }

    /** Returns the first thing that is wrong. */
    Optional<Finding> first(RecordedException on) {
        return Stream.<Supplier<Optional<Finding>>>of(
                        () -> bareId(on),
                        () -> noConstruct(on),
                        () -> scopeTooWide(on),
                        () -> duplicate(on),
                        () -> noOwner(on),
                        () -> noTicket(on),
                        () -> emptyReason(on),
                        () -> expired(on))
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    Optional<Finding> matchesNothing(RecordedException on) {
        return problem(
                on,
                "MatchesNothing",
                on.id() + " is excused here, and no such finding stands.",
                "Remove the exception, or correct its id: " + on.id()
                        + " must be what the synth prints, brackets included.");
    }

    /** Whether the last day of an exception is near. */
    boolean endsSoon(RecordedException on) {
        return lastDay(on)
                .filter(day ->
                        !day.isAfter(asOf.plusDays(ExceptionPolicy.current().warningDays())))
                .isPresent();
    }

    private Optional<Finding> bareId(RecordedException on) {
        var named = !on.file().isEmpty() && !on.id().contains("::");
        return !named && !ExceptionId.isBare(on.id())
                ? Optional.empty()
                : problem(
                        on,
                        "BareId",
                        ExceptionId.unqualified(on.id()) + " names no pack, so its finding reaches no report.",
                        inCode(
                                on,
                                "Use Acknowledge.on(construct), which writes Pack::Rule.",
                                "Write Pack::Rule as id."));
    }

    private Optional<Finding> noConstruct(RecordedException on) {
        if (on.file().isEmpty() || paths.has(on.path())) {
            return Optional.empty();
        }
        return problem(
                on,
                "MatchesNothing",
                on.id() + " is excused on " + on.path() + ", and no construct has that path.",
                "Write the path of one construct as scope, no pattern"
                        + paths.nearest(on.path())
                                .map(path -> "; the nearest is " + path)
                                .orElse("") + ".");
    }

    private Optional<Finding> scopeTooWide(RecordedException on) {
        var wide = on.path().isEmpty()
                || stacks.stream().anyMatch(it -> it.equals(on.path()) || it.startsWith(on.path() + "/"));
        var scope = on.path().isEmpty() ? "the app" : on.path();
        return !wide
                ? Optional.empty()
                : problem(
                        on,
                        "ScopeTooWide",
                        on.id() + " is excused for a whole stack or app: " + scope + ".",
                        "Make the exception on the construct that the finding names.");
    }

    private Optional<Finding> duplicate(RecordedException on) {
        return made.getOrDefault(what(on), 0L) < 2
                ? Optional.empty()
                : problem(on, "Duplicate", on.id() + " is excused twice here.", "Remove one.");
    }

    private Optional<Finding> noOwner(RecordedException on) {
        return on.terms() != null && !visible(on.terms().owner()).isEmpty()
                ? Optional.empty()
                : problem(
                        on,
                        "NoOwner",
                        on.id() + " is excused, and nobody answers for it.",
                        inCode(on, "Use Acknowledge.on(construct).ownedBy(role).", "Write a role as owner."));
    }

    private Optional<Finding> noTicket(RecordedException on) {
        return on.file().isEmpty()
                        || on.terms() == null
                        || !visible(on.terms().ticket()).isEmpty()
                ? Optional.empty()
                : problem(
                        on,
                        "NoTicket",
                        on.id() + " is excused in a file, and nothing says where that was decided.",
                        "Write as ticket where it was decided.");
    }

    private Optional<Finding> emptyReason(RecordedException on) {
        var shortest = ExceptionPolicy.current().shortestReason();
        var reason = visible(on.reason());
        return reason.length() >= shortest && !isBoilerplate(reason)
                ? Optional.empty()
                : problem(
                        on,
                        "EmptyReason",
                        "The reason given for " + on.id() + " says nothing.",
                        "Say in a sentence of at least " + shortest
                                + " characters why this construct is safe without the rule.");
    }

    private Optional<Finding> expired(RecordedException on) {
        return lastDay(on).filter(day -> !day.isBefore(asOf)).isPresent()
                ? Optional.empty()
                : problem(
                        on,
                        "Expired",
                        "The exception for " + on.id() + " ended on "
                                + (on.terms() == null ? "no day" : on.terms().expires()) + "; this synth is as of "
                                + asOf
                                + ".",
                        "Mend the finding, or review the exception and give it a new end.");
    }

    private static boolean isBoilerplate(String reason) {
        var plain = reason.toLowerCase(Locale.ROOT);
        return ExceptionPolicy.current().boilerplate().stream().anyMatch(plain::startsWith);
    }

    private static Optional<LocalDate> lastDay(RecordedException on) {
        try {
            return Optional.ofNullable(on.terms()).map(terms -> LocalDate.parse(terms.expires()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Spaces of any kind, and what nobody can see, say nothing. */
    private static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }

    private static List<String> what(RecordedException exception) {
        return List.of(exception.path(), exception.id());
    }

    private static String inCode(RecordedException on, String code, String file) {
        return on.file().isEmpty() ? code : file;
    }

    /** The CDK's command line drops what it finds in no stack, unless it names no construct at all. */
    private Optional<Finding> problem(RecordedException on, String rule, String info, String mend) {
        var inStack = paths.has(on.path())
                && stacks.stream()
                        .anyMatch(it -> on.path().equals(it) || on.path().startsWith(it + "/"));
        return Optional.of(new Finding(
                Governance.PACK,
                rule,
                "fatal",
                on.file().isEmpty() ? info : on.file() + ": " + info,
                Governance.WHY,
                mend,
                inStack ? on.path() : ""));
    }
}
