package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What starts what without a request: rules, schedules, mappings, notifications, subscriptions, deployments. */
final class Events {
    static final String CLOCK = "Schedule";
    static final String DEPLOYMENT = "Deployment";

    /** Where a bucket's notifications, of the bucket or of the CDK's custom resource, name who hears of them. */
    private static final Map<String, String> HEARERS = Map.of(
            "LambdaConfigurations", "Function",
            "LambdaFunctionConfigurations", "LambdaFunctionArn",
            "QueueConfigurations", "Queue",
            "TopicConfigurations", "Topic");

    private final FlowGraph graph;

    Events(FlowGraph graph) {
        this.graph = graph;
    }

    void read() {
        graph.resources().forEach(it -> {
            switch (it.type()) {
                case "AWS::Events::Rule" -> rule(it);
                case "AWS::Scheduler::Schedule" -> {
                    clock(it);
                    starts(it, it.properties().at("/Target/Arn"), it, "Target.Arn");
                }
                case "AWS::Lambda::EventSourceMapping" -> mapping(it);
                case "AWS::SNS::Subscription" -> subscription(it);
                case "AWS::S3::Bucket" -> notifications(it, it, it.properties());
                case "Custom::S3BucketNotifications" ->
                    graph.follow(it.properties().path("BucketName"), it, "BucketName")
                            .ifPresent(bucket -> notifications(bucket, it, it.properties()));
                default -> {}
            }
            if (it.type().startsWith("Custom::") || it.type().equals("AWS::CloudFormation::CustomResource")) {
                deployment(it);
            }
        });
    }

    private void rule(TemplateResource rule) {
        clock(rule);
        leaves(rule.properties().path("EventPattern"))
                .flatMap(it -> graph.resolver().mentioned(graph.resolver().text(it, rule.stack())).stream())
                .distinct()
                .forEach(it ->
                        graph.edge(graph.node(it), graph.node(rule), EdgeKind.TELLS, "", Why.of(rule, "EventPattern")));
        PolicyText.many(rule.properties().path("Targets"))
                .forEach(target -> starts(rule, target.path("Arn"), rule, "Targets"));
    }

    private void clock(TemplateResource rule) {
        if (rule.properties().has("ScheduleExpression")) {
            graph.edge(
                    graph.outside(NodeKind.OUTSIDE, CLOCK),
                    graph.node(rule),
                    EdgeKind.STARTS,
                    "",
                    Why.of(rule, "ScheduleExpression"));
        }
    }

    private void mapping(TemplateResource mapping) {
        var properties = mapping.properties();
        graph.follow(properties.path("EventSourceArn"), mapping, "EventSourceArn")
                .ifPresent(source -> starts(source, properties.path("FunctionName"), mapping, "EventSourceArn"));
    }

    private void subscription(TemplateResource subscription) {
        var properties = subscription.properties();
        var protocol = properties.path("Protocol").asText();
        var topic = graph.follow(properties.path("TopicArn"), subscription, "TopicArn");
        if (topic.isEmpty()) {
            return;
        }
        if (List.of("lambda", "sqs", "firehose").contains(protocol)) {
            starts(topic.get(), properties.path("Endpoint"), subscription, "Endpoint");
        } else {
            graph.edge(
                    graph.node(topic.get()),
                    graph.outside(NodeKind.OUTSIDE, "Subscribers by " + protocol),
                    EdgeKind.COPIES_TO,
                    "",
                    Why.of(subscription, "Endpoint"));
        }
    }

    private void notifications(TemplateResource bucket, TemplateResource speaker, JsonNode properties) {
        var configuration = properties.path("NotificationConfiguration");
        HEARERS.forEach((list, hearer) -> PolicyText.many(configuration.path(list))
                .forEach(it -> starts(
                        bucket,
                        it.path(hearer).isMissingNode() ? it.path(hearer + "Arn") : it.path(hearer),
                        speaker,
                        "NotificationConfiguration." + list)));
    }

    private void deployment(TemplateResource resource) {
        graph.resolver()
                .resource(resource.properties().path("ServiceToken"), resource.stack())
                .ifPresent(it -> graph.edge(
                        graph.outside(NodeKind.OUTSIDE, DEPLOYMENT),
                        graph.node(it),
                        EdgeKind.STARTS,
                        Names.of(resource),
                        Why.of(resource, "ServiceToken")));
    }

    private void starts(TemplateResource from, JsonNode target, TemplateResource speaker, String property) {
        graph.follow(target, speaker, property)
                .ifPresent(it ->
                        graph.edge(graph.node(from), graph.node(it), EdgeKind.STARTS, "", Why.of(speaker, property)));
    }

    /** The innermost values and functions of a pattern. */
    private static Stream<JsonNode> leaves(JsonNode node) {
        if (node.isValueNode() || node.has("Ref") || node.has("Fn::GetAtt") || node.has("Fn::Join")) {
            return Stream.of(node);
        }
        var leaves = new ArrayList<JsonNode>();
        node.forEach(it -> leaves(it).forEach(leaves::add));
        return leaves.stream();
    }
}
