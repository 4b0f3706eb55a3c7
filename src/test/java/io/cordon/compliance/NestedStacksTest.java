package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnStack;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.sqs.Queue;

/** What a stack inside a stack makes is judged, listed and hashed like anything else. */
class NestedStacksTest {
    private static final GatedApp APP = GatedApp.of(NestedStacksTest::stacks);

    @Test
    void readsTheTemplateOfEachNestedStackWhereverItIsNested() {
        assertThat(APP.outcome().stacks())
                .extracting(StackTemplate::path)
                .containsExactly("S", "S/Left", "S/Left/Deep", "S/Right");
        assertThat(APP.evidence("manifest.json")).contains("SLeftDeep");
    }

    @Test
    void keepsResourcesOfTheSameLogicalIdApart() {
        var paths =
                List.of("S/Bucket/Resource", "S/Left/Bucket/Resource", "S/Left/Deep/Bucket", "S/Right/Bucket/Resource");

        assertThat(APP.outcome()
                        .facts()
                        .app()
                        .resources()
                        .filter(it -> it.type().equals("AWS::S3::Bucket")))
                .extracting(it -> it.path())
                .containsExactlyElementsOf(paths);
        assertThat(paths)
                .allSatisfy(it -> assertThat(APP.evidence("inventory.csv")).containsOnlyOnce("," + it + ","));
    }

    @Test
    void judgesThemByEachRuleOnce() {
        var versioning = APP.rows("HIPAA.Security::HIPAA.Security-S3BucketVersioningEnabled");

        assertThat(versioning)
                .extracting(ControlRow::resourceId)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(versioning)
                .filteredOn(it -> it.resourceId().equals("S/Left/Deep/Bucket"))
                .extracting(ControlRow::compliance)
                .containsExactly(Compliance.COMPLIANT);
        assertThat(versioning)
                .filteredOn(it -> it.resourceId().equals("S/Left/Bucket/Resource"))
                .extracting(ControlRow::compliance)
                .containsExactly(Compliance.NON_COMPLIANT);
    }

    @Test
    void judgesThemByOurRulesToo() {
        assertThat(APP.rows("Cordon::BucketBlocksPublicAccess"))
                .extracting(ControlRow::resourceId)
                .contains("S/Left/Deep/Bucket", "S/Right/Bucket/Resource");
        assertThat(APP.violations()).contains("Cordon::BucketBlocksPublicAccess");
    }

    @Test
    void saysWhatLiesInATemplateThatNobodyGaveIt() {
        assertThat(APP.outcome().controls())
                .filteredOn(it -> it.resourceId().equals("S/Elsewhere"))
                .singleElement()
                .satisfies(it -> assertThat(it.compliance()).isEqualTo(Compliance.NOT_EVALUATED))
                .satisfies(it -> assertThat(it.cause()).contains("nothing in that stack was judged"));
    }

    private static void stacks(Stack stack) {
        new Bucket(stack, "Bucket");
        var left = new NestedStack(stack, "Left");
        new Bucket(left, "Bucket");
        CfnBucket.Builder.create(new NestedStack(left, "Deep"), "Bucket")
                .versioningConfiguration(CfnBucket.VersioningConfigurationProperty.builder()
                        .status("Enabled")
                        .build())
                .build();
        var right = new NestedStack(stack, "Right");
        new Bucket(right, "Bucket");
        new Queue(right, "Queue");
        CfnStack.Builder.create(stack, "Elsewhere")
                .templateUrl("https://example.s3.amazonaws.com/theirs.json")
                .build();
    }
}
