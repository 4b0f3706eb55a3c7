package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the stream of a table with PHI is recorded: {@code GetRecords} is an event of the stream, not of the table. */
class StreamCoveredByTrailTest {
    private static final String STREAM = "'StreamSpecification': {'StreamViewType': 'NEW_IMAGE'}";
    private static final String TABLES = selector("Table", "");
    private static final String HERE = "arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/patients";

    @Test
    void refusesAStreamThatNoTrailRecords() {
        assertThat(judged(STREAM, TABLES)).isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void acceptsTheStreamsOfOneTableAndAllStreams() {
        assertThat(judged(STREAM, TABLES + ", " + streams("StartsWith", HERE + "/stream/")))
                .isEqualTo(Compliance.COMPLIANT);
        assertThat(judged(STREAM, TABLES + ", " + selector("Stream", ""))).isEqualTo(Compliance.COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream/2026", "-old/stream/", "/index/"})
    void refusesASelectorOfOtherStreams(String end) {
        assertThat(judged(STREAM, TABLES + ", " + streams("StartsWith", HERE + end)))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream/", "/stream/2026"})
    void refusesASelectorThatLeavesItOut(String end) {
        assertThat(judged(STREAM, TABLES + ", " + streams("NotStartsWith", HERE + end)))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void refusesASelectorOfTheStreamsAlone() {
        assertThat(judged(STREAM, selector("Stream", ""))).isEqualTo(Compliance.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Table", "Stream"})
    void knowsThatClassicSelectorsTakeNoStreams(String type) {
        var classic = "{'Type': 'AWS::DynamoDB::" + type + "', 'Values': ['arn:aws:dynamodb']}";
        assertThat(recorded(STREAM, "'EventSelectors': [{'DataResources': [" + all() + ", " + classic + "]}]"))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(recorded("", "'EventSelectors': [{'DataResources': [" + all() + "]}]"))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void asksForNoStreamWhereThereIsNone() {
        assertThat(judged("", TABLES)).isEqualTo(Compliance.COMPLIANT);
        assertThat(judged("'StreamSpecification': {'Ref': 'AWS::NoValue'}", TABLES))
                .isEqualTo(Compliance.COMPLIANT);
    }

    private static String all() {
        return "{'Type': 'AWS::DynamoDB::Table', 'Values': ['arn:aws:dynamodb']}";
    }

    private static String streams(String operator, String arn) {
        return selector("Stream", ", {'Field': 'resources.ARN', '" + operator + "': [{'Fn::Sub': '" + arn + "'}]}");
    }

    private static String selector(String type, String more) {
        return "{'FieldSelectors': [{'Field': 'eventCategory', 'Equals': ['Data']},"
                + " {'Field': 'resources.type', 'Equals': ['AWS::DynamoDB::" + type + "']}" + more + "]}";
    }

    private static Compliance judged(String stream, String advanced) {
        return recorded(stream, "'AdvancedEventSelectors': [" + advanced + "]");
    }

    private static Compliance recorded(String stream, String selectors) {
        var table = "{'TableName': 'patients', 'Tags': [{'Key': 'cordon:data-class', 'Value': 'phi'}]"
                + (stream.isEmpty() ? "" : ", " + stream) + "}";
        var trail = "{'IsLogging': true, 'S3BucketName': 'logs', " + selectors + "}";
        return WrittenTemplate.judged(
                        "PhiStoreCoveredByTrail",
                        "T",
                        it -> it.with("T", "AWS::DynamoDB::Table", table)
                                .with("Trail", "AWS::CloudTrail::Trail", trail))
                .compliance();
    }
}
