package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that hide from the rule that a store of PHI is read or written unseen. */
class HiddenCallsTest {
    private static final String TAGS = "'Tags': [{'Key': 'cordon:data-class', 'Value': '%s'}]";
    private static final String TRAIL = "AWS::CloudTrail::Trail";
    private static final String DATA = "{'Field': 'eventCategory', 'Equals': ['Data']}";
    private static final String OBJECTS = "{'Field': 'resources.type', 'Equals': ['AWS::S3::Object']}";
    private static final String TABLES = "{'Field': 'resources.type', 'Equals': ['AWS::DynamoDB::Table']}";
    private static final String GLOBAL = "AWS::DynamoDB::GlobalTable";

    @Test
    void doesNotRelyOnATrailThatMayNotBeThere() {
        assertThat(bucket(it -> it.sometimes("Trail", TRAIL, recording(OBJECTS))))
                .isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(bucket(it -> it.with("Trail", TRAIL, recording(OBJECTS)))).isEqualTo(Compliance.COMPLIANT);
        assertThat(judged(it -> it.sometimes("B", "AWS::S3::Bucket", "{" + TAGS.formatted("phi") + "}")
                        .sometimes("Trail", TRAIL, recording(OBJECTS))))
                .as("both or neither")
                .isEqualTo(Compliance.COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Field': 'eventName', 'NotEquals': ['GetObject']}",
                "{'Field': 'userIdentity.arn', 'NotStartsWith': ['arn:aws:iam::123456789012:role/admin']}",
                "{'Field': 'vpcEndpointId', 'Equals': ['vpce-1']}",
                "{'Field': 'errorCode', 'Equals': ['VpceAccessDenied']}",
                "{'Field': 'sessionCredentialFromConsole', 'Equals': ['true']}",
                "{'Field': 'readOnly', 'NotEquals': ['false']}",
                "{'Field': 'resources.ARN', 'NotEndsWith': ['.pdf']}",
                "{'Field': 'resources.ARN', 'EndsWith': ['.json']}",
                "{'Field': 'resources.ARN', 'StartsWith': ['arn:aws:s3'], 'NotStartsWith': ['arn:aws:s3:::']}"
            })
    void refusesASelectorThatLeavesSomebodyOrSomethingOut(String field) {
        assertThat(bucket(it -> it.with("Trail", TRAIL, recording(OBJECTS + ", " + field))))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotAddUpSelectorsOfWhichEachLeavesTheSameOut() {
        var reads = "{'FieldSelectors': [" + DATA + ", " + OBJECTS + ", {'Field': 'readOnly', 'Equals': ['true']}]}";
        assertThat(bucket(it -> it.with("Trail", TRAIL, selecting(reads + ", " + reads))))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotCountWhatIsNotLogging() {
        for (var logging : new String[] {"false", "'false'"}) {
            assertThat(bucket(it -> it.with(
                            "Trail",
                            TRAIL,
                            recording(OBJECTS).replace("'IsLogging': true", "'IsLogging': " + logging))))
                    .isEqualTo(Compliance.NON_COMPLIANT);
        }
        assertThat(bucket(it -> it.with("Trail", TRAIL, recording(OBJECTS).replace("'IsLogging': true, ", ""))))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotPassAGlobalTableWhoseRegionsItCannotSee() {
        assertThat(global("{'Fn::If': ['Sometimes', [{'Region': 'eu-west-1'}], [{'Region': 'us-east-1'}]]}"))
                .as("no class is stated where no replica is")
                .isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(global("[]")).isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(global("[{'Region': {'Ref': 'Parameter'}, " + TAGS.formatted("phi") + "}]"))
                .isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void doesNotTakeTheWordOfOneReplicaForAll() {
        assertThat(global("[{'Region': 'eu-west-1', " + TAGS.formatted("application") + "}, {'Region': 'eu-central-1', "
                        + TAGS.formatted("phi") + "}]"))
                .isEqualTo(Compliance.NOT_EVALUATED);
        assertThat(global("[{'Region': 'eu-west-1', " + TAGS.formatted("phi") + "}, {'Region': 'eu-central-1', "
                        + TAGS.formatted("phi") + "}]"))
                .as("no trail there")
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotTakeANameForALongerOne() {
        var other = "{'Field': 'resources.ARN', 'StartsWith': ['arn:aws:s3:::clinic-scans-old/']}";
        assertThat(judged(it -> it.with(
                                "B", "AWS::S3::Bucket", "{'BucketName': 'clinic-scans', " + TAGS.formatted("phi") + "}")
                        .with("Trail", TRAIL, recording(OBJECTS + ", " + other))))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    private static Compliance global(String replicas) {
        return WrittenTemplate.judged(
                        "PhiStoreCoveredByTrail",
                        "T",
                        it -> it.parameter("Parameter")
                                .sometimes("Q", "AWS::SQS::Queue", "{}")
                                .with("T", GLOBAL, "{'Replicas': " + replicas + "}")
                                .with("Trail", TRAIL, recording(TABLES)))
                .compliance();
    }

    private static Compliance bucket(Consumer<WrittenTemplate> more) {
        return judged(it -> more.accept(it.with("B", "AWS::S3::Bucket", "{" + TAGS.formatted("phi") + "}")));
    }

    private static Compliance judged(Consumer<WrittenTemplate> content) {
        return WrittenTemplate.judged("PhiStoreCoveredByTrail", "B", content).compliance();
    }

    private static String recording(String fields) {
        return selecting("{'FieldSelectors': [" + DATA + ", " + fields + "]}");
    }

    private static String selecting(String selectors) {
        return "{'IsLogging': true, 'S3BucketName': 'logs', 'AdvancedEventSelectors': [" + selectors + "]}";
    }
}
