package io.cordon.observe;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.examples.AlarmTopicsExample;
import io.cordon.observe.monitors.Severity;
import io.cordon.testing.CheckedApp;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

final class AlarmTopicsTest {
    private static final CheckedApp DEFAULTS = new CheckedApp();
    private static final AlarmTopics TOPICS = new AlarmTopics(DEFAULTS.stack, "Topics", it -> {});
    private static final Template TEMPLATE = DEFAULTS.template();

    @Test
    void hasAnEncryptedTopicForEachSeverity() {
        TEMPLATE.resourceCountIs("AWS::SNS::Topic", 5);
        TEMPLATE.hasResourceProperties("AWS::SNS::Topic", json("""
                { "DisplayName": "Clinic critical", "KmsMasterKeyId": {"Fn::GetAtt": ["%s", "Arn"]},
                  "Tags": [{"Key": "cordon:data-class", "Value": "application"}] }
                """.formatted(
                TEMPLATE.findResources("AWS::KMS::Key").keySet().iterator().next())));
        assertThat(TOPICS.getTopics()).containsOnlyKeys(Severity.values());
    }

    @Test
    void letsAlarmsOfThisAccountUseTheKey() {
        assertThat(DEFAULTS.only("AWS::KMS::Key")
                        .at("/Properties/KeyPolicy/Statement/1")
                        .toString())
                .contains("\"Service\":\"cloudwatch.amazonaws.com\"", "kms:Decrypt", "kms:GenerateDataKey*")
                .contains("\"aws:SourceAccount\":\"111122223333\"", ":cloudwatch:eu-west-1:111122223333:alarm:*");
    }

    @Test
    void letsNobodyPublishButAlarmsOfThisAccountOverTls() {
        TEMPLATE.resourceCountIs("AWS::SNS::TopicPolicy", 5);
        var policy = DEFAULTS.template()
                .findResources("AWS::SNS::TopicPolicy")
                .values()
                .iterator()
                .next()
                .toString();
        assertThat(policy)
                .contains("aws:SecureTransport=false", "Service=cloudwatch.amazonaws.com", "Action=sns:Publish")
                .contains("aws:SourceAccount=111122223333")
                .doesNotContain("events.amazonaws.com");
    }

    @Test
    void sharesAKeyOfAnotherStackWithoutACycle() {
        var checked = new CheckedApp();
        var backend = checked.stack("Backend");
        var key = Key.Builder.create(backend, "Application")
                .enableKeyRotation(true)
                .build();
        new AlarmTopics(checked.stack, "Topics", it -> it.encryptionKey(key));
        new AlarmTopics(checked.stack, "More", it -> it.encryptionKey(key).fromEvents(true));

        var policy = Template.fromStack(backend).findResources("AWS::KMS::Key").toString();
        assertThat(policy.split("AlarmsOfThisAccount", -1)).hasSize(2);
        assertThat(policy).contains("events.amazonaws.com").doesNotContain(":sns:");
        checked.template().resourceCountIs("AWS::KMS::Key", 0);
        assertThat(checked.violations()).isEmpty();
    }

    @Test
    void takesRulesTooOnRequest() {
        var checked = new CheckedApp();
        new AlarmTopics(
                checked.stack, "Topics", it -> it.only(Severity.SECURITY).fromEvents(true));

        assertThat(checked.only("AWS::SNS::TopicPolicy").toString())
                .contains("events.amazonaws.com", ":events:eu-west-1:111122223333:rule/*");
        assertThat(checked.only("AWS::KMS::Key")
                        .at("/Properties/KeyPolicy/Statement/2")
                        .has("Condition"))
                .isFalse();
    }

    @Test
    void takesTopicsOfYourOwn() {
        var checked = new CheckedApp();
        var theirs = Topic.fromTopicArn(checked.stack, "Pager", "arn:aws:sns:eu-west-1:111122223333:pager");
        var topics = new AlarmTopics(
                checked.stack, "Topics", it -> it.only(Severity.CRITICAL).topic(Severity.CRITICAL, theirs));

        assertThat(topics.getTopic(Severity.CRITICAL).getTopicArn()).endsWith(":pager");
        assertThat(topics.getEncryptionKey()).isEmpty();
        checked.template().resourceCountIs("AWS::SNS::Topic", 0);
        assertThatThrownBy(() -> topics.getTopic(Severity.COST)).hasMessageContainingAll("COST", "[CRITICAL]");
    }

    @Test
    void countsWhatReachedNobody() {
        assertThat(TOPICS.metricNumberOfNotificationsFailed(Severity.COST).getDimensions())
                .containsOnlyKeys("TopicName");
        assertThat(TOPICS.metricNumberOfNotificationsFailed(
                                Severity.COST,
                                MetricOptions.builder().label("lost").build())
                        .getLabel())
                .isEqualTo("lost");
    }

    @Test
    void leavesNoFindingAndRunsAsTheExampleSays() {
        var example = new CheckedApp();
        new AlarmTopicsExample(example.app, "Example");

        assertThat(DEFAULTS.violations()).isEmpty();
        assertThat(DEFAULTS.acknowledged()).isEmpty();
        assertThat(example.violations()).isEmpty();
    }
}
