package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.Backups;
import io.cordon.compliance.evidence.inventory.Inventory;
import java.util.List;
import java.util.stream.Stream;

/** Where data goes besides: dead letters, backups, copies, logs; and the keys and trails over it. */
final class Remains {
    private final FlowGraph graph;
    private final Backups backups;

    Remains(FlowGraph graph, Assembly app) {
        this.graph = graph;
        this.backups = new Backups(app, graph.resolver());
    }

    void read() {
        graph.resources().forEach(it -> {
            key(it);
            failures(it);
            backedUp(it);
            point(it, "/LoggingConfig/LogGroup", EdgeKind.LOGS_TO);
            PolicyText.many(it.properties().at("/ReplicationConfiguration/Rules"))
                    .forEach(rule ->
                            to(it, rule.at("/Destination/Bucket"), it, "ReplicationConfiguration", EdgeKind.COPIES_TO));
        });
        graph.ofType("AWS::CloudTrail::Trail").forEach(this::trail);
    }

    private void key(TemplateResource resource) {
        Inventory.keyProperty(resource.type())
                .filter(it -> !resource.properties().at(it).isMissingNode())
                .ifPresent(pointer -> graph.resolver()
                        .resource(resource.properties().at(pointer), resource.stack())
                        .filter(it -> NodeKind.of(it.type()) == NodeKind.KEY)
                        .ifPresent(it -> graph.edge(
                                graph.node(resource),
                                graph.node(it),
                                EdgeKind.ENCRYPTED_BY,
                                "",
                                Why.of(resource, pointer.substring(1).replace('/', '.')))));
    }

    private void failures(TemplateResource resource) {
        switch (resource.type()) {
            case "AWS::Lambda::Function" -> point(resource, "/DeadLetterConfig/TargetArn", EdgeKind.FAILS_TO);
            case "AWS::SQS::Queue" -> point(resource, "/RedrivePolicy/deadLetterTargetArn", EdgeKind.FAILS_TO);
            case "AWS::Events::Rule" ->
                PolicyText.many(resource.properties().path("Targets"))
                        .forEach(it -> to(
                                resource,
                                it.at("/DeadLetterConfig/Arn"),
                                resource,
                                "Targets.DeadLetterConfig",
                                EdgeKind.FAILS_TO));
            case "AWS::Scheduler::Schedule" -> point(resource, "/Target/DeadLetterConfig/Arn", EdgeKind.FAILS_TO);
            case "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping" ->
                graph.resolver()
                        .resource(resource.properties().path("FunctionName"), resource.stack())
                        .ifPresent(function -> destinations(function, resource));
            case "AWS::SNS::Subscription" ->
                graph.resolver()
                        .resource(resource.properties().path("TopicArn"), resource.stack())
                        .ifPresent(topic -> to(
                                topic,
                                resource.properties().at("/RedrivePolicy/deadLetterTargetArn"),
                                resource,
                                "RedrivePolicy",
                                EdgeKind.FAILS_TO));
            default -> {}
        }
    }

    private void destinations(TemplateResource function, TemplateResource speaker) {
        var config = speaker.properties().path("DestinationConfig");
        to(function, config.at("/OnFailure/Destination"), speaker, "DestinationConfig.OnFailure", EdgeKind.FAILS_TO);
        to(function, config.at("/OnSuccess/Destination"), speaker, "DestinationConfig.OnSuccess", EdgeKind.STARTS);
    }

    private void backedUp(TemplateResource store) {
        if (!NodeKind.of(store.type()).holds()) {
            return;
        }
        backups.selecting(store)
                .forEach(selection -> backups.plan(selection)
                        .ifPresent(plan -> backups.rules(selection).forEach(rule -> copies(store, plan, rule))));
    }

    private void copies(TemplateResource store, TemplateResource plan, JsonNode rule) {
        to(store, rule.path("TargetBackupVault"), plan, "BackupPlan.BackupPlanRule", EdgeKind.COPIES_TO);
        PolicyText.many(rule.path("CopyActions"))
                .map(it -> it.path("DestinationBackupVaultArn"))
                .forEach(it -> graph.follow(rule.path("TargetBackupVault"), plan, "BackupPlan.BackupPlanRule")
                        .ifPresent(vault ->
                                to(vault, it, plan, "BackupPlan.BackupPlanRule.CopyActions", EdgeKind.COPIES_TO)));
    }

    private void trail(TemplateResource trail) {
        for (var property : List.of("AdvancedEventSelectors", "EventSelectors")) {
            texts(trail.properties().path(property), trail)
                    .flatMap(it -> graph.resolver().mentioned(it).stream())
                    .distinct()
                    .forEach(it -> graph.edge(
                            graph.node(it), graph.node(trail), EdgeKind.RECORDED_BY, "", Why.of(trail, property)));
        }
    }

    private Stream<String> texts(JsonNode selectors, TemplateResource trail) {
        return Stream.of("Equals", "StartsWith", "Values")
                .flatMap(it -> selectors.findValues(it).stream())
                .flatMap(PolicyText::many)
                .map(it -> graph.resolver().text(it, trail.stack()));
    }

    private void point(TemplateResource from, String pointer, EdgeKind kind) {
        to(from, from.properties().at(pointer), from, pointer.substring(1).replace('/', '.'), kind);
    }

    private void to(TemplateResource from, JsonNode target, TemplateResource speaker, String property, EdgeKind kind) {
        graph.follow(target, speaker, property)
                .ifPresent(it -> graph.edge(graph.node(from), graph.node(it), kind, "", Why.of(speaker, property)));
    }
}
