package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.compliance.evidence.ExceptionRow;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.services.s3.Bucket;

/** Exceptions that an app's own files state, through a real synth. */
class FileExceptionsTest {
    private static final String RULE = StatedExceptions.RULE;
    private static final String FILE = "exceptions/clinic.json: $.exceptions[0]: ";

    @Test
    void excusesWhatAFileStatesInTheReportOfTheCdkAndInTheEvidence() {
        var app = synth(StatedExceptions.of(entry -> {}));

        assertThat(app.suppressed()).containsExactly(RULE);
        assertThat(app.violations()).doesNotContain(RULE).noneMatch(id -> id.startsWith("CordonExceptions"));
        assertThat(app.report().findValuesAsText("reason")).containsExactly(StatedExceptions.REASON);
        assertThat(app.rows(RULE)).singleElement().satisfies(row -> {
            assertThat(row.compliance()).hasToString("Acknowledged");
            assertThat(row.owner()).isEqualTo("Head of platform");
        });
        assertThat(app.outcome().exceptions())
                .containsExactly(new ExceptionRow(
                        RULE,
                        "S/B/Resource",
                        "S/B/Resource",
                        StatedExceptions.REASON,
                        "The documents are deleted within four days.",
                        "Head of platform",
                        "2027-06-30",
                        "SEC-17",
                        "no",
                        "exceptions/clinic.json: $.exceptions[0]",
                        "governed"));
    }

    @Test
    void readsNothingWhereThereIsNoFolder() {
        var app = GatedApp.of(stack -> new Bucket(stack, "B"));

        assertThat(app.outcome().exceptions()).isEmpty();
        assertThat(app.violations()).contains(RULE).noneMatch(id -> id.startsWith("CordonExceptions"));
    }

    @Test
    void failsOnAFileThatCannotBeReadAndKeepsTheEvidenceComplete() {
        var files = StatedExceptions.written("{ \"exceptions\": [ {} ] }");
        var problem = "exceptions/clinic.json: $.exceptions[0].id: missing; add it";
        var app = synth(files);

        assertThat(app.descriptions("CordonExceptions")).containsExactly(problem);
        assertThat(app.violations()).contains(RULE);
        assertThat(app.outcome().passes()).isFalse();
        assertThat(app.outcome().facts().observations())
                .anyMatch(it -> it.level().equals("fatal") && it.info().equals(problem));
        assertThat(app.evidence("exceptions.csv")).contains(",exceptions/clinic.json,BadFile: " + problem);
        assertThat(Exhibits.all())
                .allSatisfy(it -> assertThat(app.evidence(it.file())).isNotEmpty());
    }

    @Test
    void failsOnAFolderThatIsNamedAndNotThere() {
        var app = GatedApp.of(Map.of(HipaaGuardrails.EXCEPTIONS, "no/such"), stack -> new Bucket(stack, "B"));

        assertThat(app.descriptions("CordonExceptions"))
                .containsExactly("no/such: no folder; write the exceptions into files in it");
    }

    @Test
    void namesTheNearestConstructWhereAScopeNamesNone() {
        var app = synth(StatedExceptions.of(entry -> entry.put("scope", "S/Bb/Resource")));

        assertThat(app.fixes("CordonExceptions"))
                .containsExactly("Write the path of one construct as scope, no pattern; the nearest is S/B/Resource.");
    }

    @Test
    void holdsOnItsLastDay() {
        var app = synth(StatedExceptions.of(entry -> entry.put("expires", "2026-11-20")));

        assertThat(app.violations()).noneMatch(id -> id.startsWith("CordonExceptions"));
        assertThat(app.outcome().exceptions())
                .extracting(ExceptionRow::endsSoon)
                .containsExactly("yes");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("wrong")
    void refusesWhatNobodyCouldAnswerFor(String problem, Consumer<ObjectNode> change, String says) {
        var app = synth(StatedExceptions.of(change));

        assertThat(app.violations()).contains("CordonExceptions::" + problem);
        assertThat(app.descriptions("CordonExceptions")).containsExactly(FILE + says);
        assertThat(app.outcome().passes()).isFalse();
        assertThat(app.outcome().exceptions())
                .singleElement()
                .satisfies(row -> assertThat(row.standing()).isEqualTo(problem + ": " + FILE + says));
    }

    static Stream<Arguments> wrong() {
        var bare = "HIPAA.Security-S3BucketReplicationEnabled";
        return Stream.of(
                wrong("BareId", "id", bare, bare + " names no pack, so its finding reaches no report."),
                wrong(
                        "BareId",
                        "id",
                        "aNNotation::" + bare,
                        bare + " names no pack, so its finding reaches no report."),
                wrong("BareId", "id", "Replication", "Replication names no pack, so its finding reaches no report."),
                wrong("EmptyReason", "reason", "", "The reason given for " + RULE + " says nothing."),
                wrong("EmptyReason", "reason", " ".repeat(40), "The reason given for " + RULE + " says nothing."),
                wrong(
                        "EmptyReason",
                        "reason",
                        "\u00a0\u200b".repeat(40),
                        "The reason given for " + RULE + " says nothing."),
                wrong(
                        "EmptyReason",
                        "reason",
                        "N/A: " + "x".repeat(40),
                        "The reason given for " + RULE + " says nothing."),
                wrong("NoOwner", "owner", " \t\u00a0", RULE + " is excused, and nobody answers for it."),
                wrong(
                        "NoTicket",
                        "ticket",
                        " ",
                        RULE + " is excused in a file, and nothing says where that was decided."),
                wrong(
                        "Expired",
                        "expires",
                        "2026-11-19",
                        "The exception for " + RULE + " ended on 2026-11-19; this synth is as of 2026-11-20."),
                wrong("ScopeTooWide", "scope", "S", RULE + " is excused for a whole stack or app: S."),
                wrong("ScopeTooWide", "scope", "", RULE + " is excused for a whole stack or app: the app."),
                wrong("MatchesNothing", "scope", "S/*", RULE + " is excused on S/*, and no construct has that path."),
                wrong(
                        "MatchesNothing",
                        "scope",
                        "S/Bb/Resource",
                        RULE + " is excused on S/Bb/Resource, and no construct has that path."),
                wrong(
                        "MatchesNothing",
                        "id",
                        "Hipaa.security::HIPAA.Security-LambdaDLQ",
                        "Hipaa.security::HIPAA.Security-LambdaDLQ is excused here, and no such finding stands."),
                wrong(
                        "MatchesNothing",
                        "id",
                        "AwsSolutions::AwsSolutions-S1",
                        "AwsSolutions::AwsSolutions-S1 is excused here, and no such finding stands."),
                wrong("MatchesNothing", "id", "A::B::C", "A::B::C is excused here, and no such finding stands."),
                wrong(
                        "MatchesNothing",
                        "id",
                        "HIPAA.Security::HIPAA.Security-LambdaDLQ",
                        "HIPAA.Security::HIPAA.Security-LambdaDLQ is excused here, and no such finding stands."));
    }

    private static Arguments wrong(String problem, String key, String value, String says) {
        Consumer<ObjectNode> change = entry -> entry.put(key, value);
        return arguments(problem, change, says);
    }

    private static GatedApp synth(StatedExceptions files) {
        return GatedApp.of(files.context(), stack -> new Bucket(stack, "B"));
    }
}
