package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.s3.IBucket;

class ObjectCreatedRuleTest {
    private static final Synthesized APP = Synthesized.app(app -> {
        var stack = new FunctionFixture(app, "Subject");
        var logs = new AuditBucket(stack, "Logs", it -> {});
        var uploads = new SecureTempBucket(stack, "Temp", it -> it.accessLogs(logs.getBucket()));
        rule(stack, uploads.getBucket(), "people/");
    });
    private final Template template = APP.template("Subject");

    static ObjectCreatedRule rule(FunctionFixture stack, IBucket bucket, String root) {
        var process = stack.process(it -> it.bind("uploads", bucket, stack.key, root));
        return new ObjectCreatedRule(
                stack, "Arrivals", it -> it.function(process).deadLetterKey(stack.key));
    }

    @Test
    void letsThroughWhatAppearsInThisBucketBelowThisPrefixAndNothingElse() {
        has("AWS::Events::Rule", """
                { "EventPattern": { "source": ["aws.s3"], "detail-type": ["Object Created"], "detail": {
                    "bucket": {"name": [{"Ref": "TempBucket517EBDB0"}]},
                    "object": {"key": [{"prefix": "people/incoming/"}]} } },
                  "State": "ENABLED" }
                """);
    }

    @Test
    void startsTheAliasAndTriesForAnHour() {
        has("AWS::Events::Rule", """
                { "Targets": [ {"Arn": {"Ref": "ProcessLiveC40D4B01"}, "Id": "Target0",
                    "RetryPolicy": {"MaximumEventAgeInSeconds": 3600, "MaximumRetryAttempts": 185},
                    "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["ArrivalsDeadLettersA8145CD2", "Arn"]}}} ] }
                """);
    }

    @Test
    void mayStartItAsThisRuleOnly() {
        has("AWS::Lambda::Permission", """
                { "Action": "lambda:InvokeFunction", "Principal": "events.amazonaws.com",
                  "FunctionName": {"Ref": "ProcessLiveC40D4B01"},
                  "SourceArn": {"Fn::GetAtt": ["ArrivalsRuleE4B7D1F9", "Arn"]} }
                """);
    }

    @Test
    void keepsWhatCouldNotBeDeliveredEncryptedForTwoWeeksAsWhatItIs() {
        template.hasResource("AWS::SQS::Queue", Synthesized.json("""
                { "DeletionPolicy": "Retain", "Properties": { "MessageRetentionPeriod": 1209600,
                    "KmsMasterKeyId": {"Fn::GetAtt": ["Key961B73FD", "Arn"]},
                    "Tags": [{"Key": "cordon:data-class", "Value": "phi"}] } }
                """));
        var policy = template.findResources("AWS::SQS::QueuePolicy").values().toString();
        assertThat(policy)
                .contains("Sid=AllowEventRuleSubjectArrivalsRule", "aws:SecureTransport")
                .contains("ArnEquals={aws:SourceArn={Fn::GetAtt=[ArrivalsRuleE4B7D1F9, Arn]}}");
    }

    /** SQS lists EventBridge among the services whose requests to an encrypted queue carry aws:SourceArn. */
    @Test
    void opensTheKeyToRulesOfThisAccountAlone() {
        var statement = APP.resources("Subject", "AWS::KMS::Key").stream()
                .flatMap(key -> key.at("/Properties/KeyPolicy/Statement").valueStream())
                .filter(it -> it.at("/Principal/Service").asText().equals("events.amazonaws.com"));

        assertThat(statement).singleElement().isEqualTo(FunctionFixture.json("""
                { "Sid": "DeadLettersOfRulesOfThisAccount", "Effect": "Allow", "Resource": "*",
                  "Principal": {"Service": "events.amazonaws.com"}, "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
                  "Condition": {"ArnLike": {"aws:SourceArn": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"},
                    ":events:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}, ":rule/*"]]}}} }
                """));
    }

    @Test
    void isARuleAQueueAndTheirPermissionsAndNoFunctionOfTheCdks() {
        var made = FunctionFixture.tree(template.toJSON()).path("Resources").properties().stream()
                .filter(it -> it.getKey().startsWith("Arrivals"))
                .map(it -> it.getValue().path("Type").asText());

        assertThat(made)
                .containsExactlyInAnyOrder(
                        "AWS::Events::Rule", "AWS::Lambda::Permission", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy");
        assertThat(template.findResources("AWS::IAM::Policy")).isEmpty();
        assertThat(APP.violations()).isEmpty();
    }

    @Test
    void measuresTheRuleByItsName() {
        var stack = new FunctionFixture(new App(), "Measured");
        var rule = rule(stack, stack.bucket, "");
        var hour = MetricOptions.builder().label("lost").build();

        assertThat(List.of(
                        rule.metricInvocations(),
                        rule.metricFailedInvocations(),
                        rule.metricInvocationsSentToDlq(),
                        rule.metricInvocationsFailedToBeSentToDlq()))
                .allSatisfy(it -> assertThat(it.getDimensions())
                        .isEqualTo(Map.of("RuleName", rule.getRule().getRuleName())))
                .extracting(Metric::getNamespace, Metric::getStatistic)
                .containsOnly(tuple("AWS/Events", "Sum"));
        assertThat(rule.metricInvocationsFailedToBeSentToDlq(hour).getLabel()).isEqualTo("lost");
        assertThat(Objects.requireNonNull(rule.metricDeadLetters().getDimensions()))
                .containsKey("QueueName");
    }

    private void has(String type, String properties) {
        template.hasResourceProperties(type, Synthesized.json(properties));
    }
}
