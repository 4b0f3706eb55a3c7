package io.cordon.observe;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.observe.monitors.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

final class AlarmTopicsPropsTest {
    @Test
    void mailsWhomItIsTold() {
        var stack = new Stack(new App(), "Anywhere");
        new AlarmTopics(
                stack,
                "Topics",
                it -> it.only(Severity.CRITICAL, Severity.COST)
                        .email(Severity.CRITICAL, "on-call@clinic.example")
                        .email(Severity.CRITICAL, "on-call@clinic.example")
                        .email(Severity.CRITICAL, Aws.STACK_NAME));

        var template = Template.fromStack(stack);
        template.resourceCountIs("AWS::SNS::Subscription", 2);
        template.hasResourceProperties("AWS::SNS::Subscription", json("""
                { "Protocol": "email", "Endpoint": "on-call@clinic.example" }
                """));
        assertThat(template.findResources("AWS::KMS::Key").toString()).contains("{Ref=AWS::AccountId}");
    }

    @Test
    void namesEveryProblemAtOnce() {
        var stack = new Stack(new App(), "Anywhere");
        assertThatThrownBy(() -> AlarmTopicsProps.builder()
                        .encryptionKey(Alias.fromAliasName(stack, "Aws", "alias/aws/sns"))
                        .only(Severity.COST)
                        .topic(Severity.CRITICAL, Topic.fromTopicArn(stack, "T", "arn:aws:sns:eu-west-1:1:t"))
                        .email(Severity.COST, "a@b.example\nBcc: c@d.example")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("encryptionKey: ", "topic: CRITICAL", "email: a@b.example");
        assertThatThrownBy(() -> AlarmTopicsProps.builder().only().build()).hasMessageContaining("only: nothing");
        assertThat(AlarmTopicsProps.builder()
                        .encryptionKey(Key.fromKeyArn(stack, "K", "arn:aws:kms:eu-west-1:111122223333:key/1"))
                        .build())
                .isNotNull();
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(AlarmTopicsProps.Builder.class.getDeclaredMethods())
                        .filter(it -> it.getReturnType() == AlarmTopicsProps.Builder.class)
                        .map(it -> it.getName()))
                .containsExactlyInAnyOrder("encryptionKey", "only", "topic", "email", "fromEvents");
    }
}
