package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.IConstruct;

class GovernanceTest {
    private static final String RULE = "S3BucketReplicationEnabled";
    private static final String ID = "HIPAA.Security::HIPAA.Security-" + RULE;
    private static final String REASON = "Temporary data must not be copied to where its expiry does not reach.";

    @Test
    void aGovernedExceptionIsInTheReportOfBothPacksAndInTheEvidence() {
        var app = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B"))
                .compensatedBy("The documents are deleted within four days.")
                .ticket("SEC-17")
                .hipaa(RULE, REASON));

        assertThat(app.suppressed()).containsExactly(ID, "NIST.800.53.R5::NIST.800.53.R5-" + RULE);
        assertThat(app.violations()).noneMatch(id -> id.startsWith("CordonExceptions"));
        assertThat(app.evidence("exceptions.csv"))
                .contains(
                        ID,
                        REASON,
                        "Security Official",
                        "2028-11-30",
                        "four days",
                        "S/B/Resource",
                        "SEC-17",
                        "code",
                        "governed");
        assertThat(app.rows(ID)).singleElement().satisfies(row -> {
            assertThat(row.compliance()).hasToString("Acknowledged");
            assertThat(row.exceptionReason()).isEqualTo(REASON);
        });
    }

    @Test
    void refusesABareIdBecauseItsFindingWouldReachNoReport() {
        var app = GatedApp.of(stack -> acknowledge(new Bucket(stack, "B"), "HIPAA.Security-" + RULE, REASON));

        assertThat(app.violations()).contains("CordonExceptions::BareId").doesNotContain(ID);
        assertThat(app.suppressed()).isEmpty();
        assertThat(app.evidence("exceptions.csv")).contains("BareId");
        assertThatThrownBy(() -> Acknowledge.on(new Stack()).finding("HIPAA.Security-" + RULE, REASON))
                .hasMessageContaining("bare");
    }

    @Test
    void refusesAnExceptionThatNobodyAnswersFor() {
        var app = GatedApp.of(stack -> acknowledge(new Bucket(stack, "B"), ID, REASON));

        assertThat(app.violations()).contains("CordonExceptions::NoOwner");
    }

    @Test
    void refusesAnExceptionPastItsEndAndAcceptsItOnItsLastDay() {
        var past = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B"))
                .until(LocalDate.parse("2026-11-19"))
                .hipaa(RULE, REASON));
        var last = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B"))
                .until(LocalDate.parse("2026-11-20"))
                .hipaa(RULE, REASON));

        assertThat(past.violations()).contains("CordonExceptions::Expired");
        assertThat(last.violations()).doesNotContain("CordonExceptions::Expired");
        assertThat(last.outcome().exceptions()).allMatch(row -> row.endsSoon().equals("yes"));
    }

    @Test
    void refusesAReasonThatSaysNothing() {
        for (var reason : new String[] {
            "", "Not needed", "Accepted risk: see the ticket that was opened for this finding some time ago."
        }) {
            var app =
                    GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B")).hipaa(RULE, reason));
            assertThat(app.violations()).as(reason).contains("CordonExceptions::EmptyReason");
        }
    }

    @Test
    void refusesAnExceptionForAWholeStackOrApp() {
        var stack = GatedApp.of(it -> {
            new Bucket(it, "B");
            Acknowledge.on(it).hipaa(RULE, REASON);
        });
        var app = GatedApp.of(it -> {
            new Bucket(it, "B");
            Acknowledge.on(it.getNode().getRoot()).hipaa(RULE, REASON);
        });

        assertThat(stack.violations()).contains("CordonExceptions::ScopeTooWide");
        assertThat(app.violations()).contains("CordonExceptions::ScopeTooWide");
    }

    @Test
    void refusesAnExceptionThatExcusesNothing() {
        var app = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B")).hipaa("LambdaDLQ", REASON));

        assertThat(app.violations()).contains("CordonExceptions::MatchesNothing");
    }

    @Test
    void refusesTheSameExceptionMadeTwice() {
        var app = GatedApp.of(stack ->
                Acknowledge.on(new Bucket(stack, "B")).hipaa(RULE, REASON).hipaa(RULE, REASON));

        assertThat(app.violations()).contains("CordonExceptions::Duplicate");
    }

    @Test
    void noExceptionSilencesTheGovernanceOfExceptions() {
        var app = GatedApp.of(stack -> {
            var bucket = new Bucket(stack, "B");
            acknowledge(bucket, ID, REASON);
            Acknowledge.on(bucket).finding("CordonExceptions::NoOwner", REASON);
        });

        assertThat(app.violations()).contains("CordonExceptions::NoOwner");
    }

    @Test
    void refusesARuleThatNeitherPackHas() {
        assertThatThrownBy(() -> Acknowledge.on(new Stack()).hipaa("S3BucketReplication", REASON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither");
    }

    private static void acknowledge(IConstruct construct, String id, String reason) {
        Validations.of(construct)
                .acknowledge(Acknowledgment.builder().id(id).reason(reason).build());
    }
}
