package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.ReplicaTableProps;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.s3.Bucket;

/** Whether each store of PHI is recorded, however a template says so. */
class PhiStoreCoveredByTrailTest {
    private static final String S3 = "AWS::S3::Object";
    private static final String DYNAMODB = "AWS::DynamoDB::Table";
    private static final String STREAM = "AWS::DynamoDB::Stream";
    private static final Attribute KEY =
            Attribute.builder().name("PK").type(AttributeType.STRING).build();

    @Test
    void refusesAStoreThatNoTrailRecords() {
        assertThat(bucket((stack, bucket) -> {})).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(stack, true, field("eventCategory", "Equals", "Management"))))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "StartsWith", "arn:aws:s3:::other/")))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(stack, DYNAMODB, "StartsWith", bucket.arnForObjects(""))))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void acceptsABucketByItsArnItsNameOrASubstitution() {
        for (var selector : List.<BiConsumer<Stack, Bucket>>of(
                (stack, bucket) -> advanced(stack, S3, "StartsWith", bucket.arnForObjects("")),
                (stack, bucket) -> advanced(stack, S3, "StartsWith", bucket.getBucketArn()),
                (stack, bucket) -> advanced(
                        stack, S3, "StartsWith", "arn:" + Aws.PARTITION + ":s3:::" + bucket.getBucketName() + "/"),
                (stack, bucket) ->
                        advanced(stack, S3, "StartsWith", Fn.sub("${B}/", Map.of("B", bucket.getBucketArn()))),
                (stack, bucket) -> advanced(
                        stack,
                        S3,
                        "StartsWith",
                        Fn.sub("arn:aws:s3:::${"
                                + stack.getLogicalId(
                                        (CfnElement) bucket.getNode().getDefaultChild()) + "}/")))) {
            assertThat(bucket(selector)).isEqualTo(Compliance.COMPLIANT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3", "arn:aws:s3:::"})
    void acceptsASelectorThatTakesAllObjects(String all) {
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "StartsWith", all)))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(bucket((stack, bucket) -> classic(stack, "All", S3, all))).isEqualTo(Compliance.COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(
                        stack, true, field("eventCategory", "Equals", "Data"), field("resources.type", "Equals", S3))))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void refusesASelectorThatLeavesSomeCallsOut() {
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "StartsWith", bucket.arnForObjects("incoming/"))))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "Equals", bucket.arnForObjects(""))))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "NotStartsWith", bucket.arnForObjects("in"))))
                .isEqualTo(Compliance.NON_COMPLIANT);
        for (var narrow : List.of(field("eventName", "Equals", "GetObject"), field("readOnly", "Equals", "true"))) {
            assertThat(bucket((stack, bucket) -> advanced(
                            stack,
                            true,
                            field("eventCategory", "Equals", "Data"),
                            field("resources.type", "Equals", S3),
                            narrow)))
                    .isEqualTo(Compliance.NON_COMPLIANT);
        }
        assertThat(bucket((stack, bucket) -> classic(stack, "WriteOnly", S3, "arn:aws:s3")))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(bucket((stack, bucket) -> classic(stack, "All", S3, bucket.getBucketArn())))
                .as("without the slash, a classic selector records nothing")
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void addsUpWhatTwoTrailsRecord() {
        assertThat(bucket((stack, bucket) -> {
                    classic(stack, "WriteOnly", S3, bucket.arnForObjects(""));
                    classic(stack, "ReadOnly", S3, bucket.arnForObjects(""));
                }))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "NotStartsWith", "arn:aws:s3:::logs/")))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void acceptsATableByItsArnOnly() {
        assertThat(table((stack, arn) -> advanced(stack, DYNAMODB, "Equals", arn)))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(table((stack, arn) -> classic(stack, "All", DYNAMODB, arn))).isEqualTo(Compliance.COMPLIANT);
        assertThat(table((stack, arn) -> classic(stack, "All", DYNAMODB, "arn:aws:dynamodb")))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(table((stack, arn) -> advanced(stack, DYNAMODB, "NotEquals", arn + "2")))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(table((stack, arn) -> advanced(stack, DYNAMODB, "NotEquals", arn)))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(table((stack, arn) -> advanced(stack, DYNAMODB, "Equals", arn + "/")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotCountATrailThatIsSwitchedOff() {
        assertThat(bucket((stack, bucket) -> advanced(
                        stack, false, field("eventCategory", "Equals", "Data"), field("resources.type", "Equals", S3))))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void cannotSayWhatOnlyTheDeploymentKnows() {
        assertThat(bucket((stack, bucket) ->
                        advanced(stack, S3, "StartsWith", new CfnParameter(stack, "P").getValueAsString())))
                .isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(bucket((stack, bucket) -> advanced(stack, S3, "StartsWith", Fn.importValue("elsewhere"))))
                .isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(bucket((stack, bucket) -> advanced(
                        stack,
                        Map.of("Ref", "AWS::NoValue"),
                        field("eventCategory", "Equals", "Data"),
                        field("resources.type", "Equals", S3))))
                .isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(bucket((stack, bucket) -> {
                    advanced(stack, S3, "StartsWith", Fn.importValue("elsewhere"));
                    advanced(stack, S3, "StartsWith", bucket.arnForObjects(""));
                }))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void findsATrailInAnotherStackByOutputExportOrName() {
        assertThat(bucket((stack, bucket) ->
                        advanced(beside(stack, "eu-west-1"), S3, "StartsWith", bucket.arnForObjects(""))))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(bucket((stack, bucket) -> {
                    CfnOutput.Builder.create(stack, "Out")
                            .value(bucket.getBucketArn())
                            .exportName("scans")
                            .build();
                    advanced(beside(stack, "eu-west-1"), S3, "StartsWith", Fn.importValue("scans") + "/");
                }))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(verdict(stack -> {
                    var bucket = Bucket.Builder.create(stack, "B")
                            .bucketName("clinic-scans")
                            .build();
                    DataClass.of(bucket).phi();
                    advanced(beside(stack, "eu-west-1"), S3, "StartsWith", "arn:aws:s3:::clinic-scans/");
                }))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void doesNotCountATrailOfAnotherRegion() {
        assertThat(bucket((stack, bucket) -> advanced(beside(stack, "us-east-1"), S3, "StartsWith", "arn:aws:s3")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void asksForATrailInEachRegionOfAGlobalTable() {
        assertThat(globalTable("eu-central-1", stack -> {})).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(globalTable(
                        "eu-central-1",
                        stack -> advanced(beside(stack, "eu-central-1"), DYNAMODB, "StartsWith", "arn:aws:dynamodb")))
                .as("its stream there is in no trail")
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(globalTable("eu-central-1", stack -> {
                    var there = beside(stack, "eu-central-1");
                    advanced(there, DYNAMODB, "StartsWith", "arn:aws:dynamodb");
                    advanced(there, STREAM, "StartsWith", "arn:aws:dynamodb");
                }))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void leavesAloneWhatHoldsNoPhiOrSaysNothing() {
        assertThat(verdict(stack -> DataClass.of(new Bucket(stack, "B")).audit()))
                .isEqualTo(Compliance.NOT_APPLICABLE);
        assertThat(verdict(stack -> new Bucket(stack, "B"))).isEqualTo(Compliance.NOT_EVALUATED);
    }

    private static Compliance bucket(BiConsumer<Stack, Bucket> trail) {
        return verdict(stack -> {
            var bucket = new Bucket(stack, "B");
            DataClass.of(bucket).phi();
            trail.accept(stack, bucket);
        });
    }

    private static Compliance table(BiConsumer<Stack, String> trail) {
        return verdict(stack -> {
            var table = Table.Builder.create(stack, "T").partitionKey(KEY).build();
            DataClass.of(table).phi();
            trail.accept(stack, table.getTableArn());
        });
    }

    private static Compliance globalTable(String replica, Consumer<Stack> trails) {
        return verdict(stack -> {
            var table = TableV2.Builder.create(stack, "T")
                    .partitionKey(KEY)
                    .replicas(
                            List.of(ReplicaTableProps.builder().region(replica).build()))
                    .build();
            DataClass.of(table).phi();
            advanced(stack, DYNAMODB, "Equals", table.getTableArn());
            advanced(stack, STREAM, "StartsWith", table.getTableArn() + "/stream/");
            trails.accept(stack);
        });
    }

    private static Compliance verdict(Consumer<Stack> content) {
        var rows = GatedApp.of(content).rows("Cordon::PhiStoreCoveredByTrail");
        assertThat(rows).hasSize(1);
        return rows.get(0).compliance();
    }

    private static Stack beside(Stack stack, String region) {
        return new Stack(
                Stage.of(stack),
                "Beside",
                StackProps.builder()
                        .env(Environment.builder().region(region).build())
                        .build());
    }

    private static void advanced(Stack stack, String type, String operator, String arn) {
        advanced(
                stack,
                true,
                field("eventCategory", "Equals", "Data"),
                field("resources.type", "Equals", type),
                field("resources.ARN", operator, arn));
    }

    @SafeVarargs
    private static void advanced(Stack stack, Object logging, Map<String, Object>... fields) {
        trail(stack, logging, "AdvancedEventSelectors", Map.of("FieldSelectors", List.of(fields)));
    }

    private static void classic(Stack stack, String readWrite, String type, String value) {
        var resources = List.of(Map.of("Type", type, "Values", List.of(value)));
        trail(stack, true, "EventSelectors", Map.of("ReadWriteType", readWrite, "DataResources", resources));
    }

    private static Map<String, Object> field(String name, String operator, String value) {
        return Map.of("Field", name, operator, List.of(value));
    }

    private static void trail(Stack stack, Object logging, String kind, Map<String, Object> selector) {
        var id = "Trail" + stack.getNode().getChildren().size();
        CfnResource.Builder.create(stack, id)
                .type("AWS::CloudTrail::Trail")
                .properties(Map.of("IsLogging", logging, "S3BucketName", "logs", kind, List.of(selector)))
                .build();
    }
}
