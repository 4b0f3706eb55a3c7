package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.s3.Bucket;

/** Defects of the CDK and cdk-nag with exceptions, mended or not, that the gate is safe from. */
class ExceptionTrapTest {
    private static final String REPLICATION = "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled";
    private static final String REASON = "Temporary data must not be copied to where its expiry does not reach.";

    /** aws-cdk#38495: an acknowledgement of one construct excused the rule in the whole app. */
    @Test
    void anExceptionInOneStackLeavesTheOthersAlone() {
        var app = GatedApp.of(stack -> {
            Acknowledge.on(new Bucket(stack, "B")).hipaa("S3BucketReplicationEnabled", REASON);
            new Bucket(new Stack((App) stack.getNode().getRoot(), "S2"), "B");
        });

        assertThat(app.violations()).contains(REPLICATION);
        assertThat(app.rows(REPLICATION))
                .extracting(row -> row.resourceId() + " " + row.compliance())
                .containsExactly("S/B/Resource Acknowledged", "S2/B/Resource Non-Compliant");
    }

    /** aws-cdk#38787: an id with :: inside its brackets was taken for one with two packs. */
    @Test
    void anExceptionForOneOfSeveralFindingsNamesItInBracketsAndLeavesTheOthersAlone() {
        var id = "HIPAA.Security::HIPAA.Security-RDSLoggingEnabled[LogExport::";
        var app = GatedApp.of(stack -> Acknowledge.on(CfnDBInstance.Builder.create(stack, "D")
                        .engine("postgres")
                        .build())
                .finding(id + "upgrade]", REASON));

        assertThat(app.suppressed()).containsExactly(id + "upgrade]");
        assertThat(app.violations()).contains(id + "postgresql]").doesNotContain("CordonExceptions::MatchesNothing");
        assertThat(app.rows("HIPAA.Security::HIPAA.Security-RDSLoggingEnabled"))
                .extracting(row -> row.cause() + " " + row.compliance())
                .containsExactlyInAnyOrder(
                        "HIPAA.Security-RDSLoggingEnabled[LogExport::postgresql] Non-Compliant",
                        "HIPAA.Security-RDSLoggingEnabled[LogExport::upgrade] Acknowledged");
    }

    /** cdk-nag#2362: what the CDK writes before a bare id changed its case, and cdk-nag drops the finding for either. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Annotation::", "annotation::", "ANNOTATION::", "Construct-Annotations::"})
    void aBareIdIsRefusedInWhateverCaseItsPrefixIsWritten(String prefix) {
        var bare = prefix + "HIPAA.Security-S3BucketReplicationEnabled";
        var app = GatedApp.of(stack -> Validations.of(new Bucket(stack, "B"))
                .acknowledge(Acknowledgment.builder().id(bare).reason(REASON).build()));

        assertThat(app.violations()).doesNotContain(REPLICATION).contains("CordonExceptions::BareId");
        assertThatThrownBy(() -> Acknowledge.on(new Stack()).finding(bare, REASON))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aBareIdIsRefusedThatWasWrittenPastTheCdk() {
        var app = GatedApp.of(stack -> new Bucket(stack, "B")
                .getNode()
                .addMetadata(
                        Validations.ACKNOWLEDGED_RULES_METADATA_KEY,
                        Map.of("HIPAA.Security-S3BucketReplicationEnabled", REASON)));

        assertThat(app.violations()).doesNotContain(REPLICATION).contains("CordonExceptions::BareId");
    }

    /** The CDK's command line drops what it finds outside every stack, unless it names no construct. */
    @Test
    void anExceptionForAStageIsRefusedWhereTheCommandLineSeesIt() {
        var app = GatedApp.of(stack -> {
            var stage = new Stage((App) stack.getNode().getRoot(), "Prod");
            new Bucket(new Stack(stage, "Store"), "B");
            Acknowledge.on(stage).hipaa("S3BucketReplicationEnabled", REASON);
        });

        assertThat(app.violations()).contains("CordonExceptions::ScopeTooWide");
        assertThat(app.report().findValuesAsText("constructPath")).contains("").doesNotContain("Prod");
    }
}
