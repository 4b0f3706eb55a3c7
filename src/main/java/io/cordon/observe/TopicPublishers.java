package io.cordon.observe;

import io.cordon.keys.AlarmAccess;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;

/** Who may publish to a topic: alarms of its account and region, and on request rules. */
final class TopicPublishers {
    private final Topic topic;
    private final Stack stack;

    TopicPublishers(Topic topic) {
        this.topic = topic;
        this.stack = Stack.of(topic);
    }

    void allow(boolean fromEvents) {
        allow("AlarmsOfThisAccount", "cloudwatch.amazonaws.com", AlarmAccess.ofThisAccount(stack));
        if (fromEvents) {
            allow("RulesOfThisAccount", "events.amazonaws.com", Map.of("ArnLike", Map.of("aws:SourceArn", rules())));
        }
    }

    private void allow(String sid, String service, Map<String, ?> conditions) {
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid(sid)
                .principals(List.of(new ServicePrincipal(service)))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(conditions)
                .build());
    }

    private String rules() {
        return stack.formatArn(ArnComponents.builder()
                .service("events")
                .resource("rule")
                .resourceName("*")
                .build());
    }
}
