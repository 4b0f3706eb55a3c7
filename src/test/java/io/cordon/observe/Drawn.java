package io.cordon.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.observe.monitors.MetricIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** What a template really draws and alarms on. */
final class Drawn {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode resources;

    Drawn(Stack stack) {
        this.resources =
                JSON.<JsonNode>valueToTree(Template.fromStack(stack).toJSON()).path("Resources");
    }

    List<JsonNode> alarms() {
        return of("AWS::CloudWatch::Alarm");
    }

    JsonNode alarm(String name) {
        return alarms().stream()
                .filter(it -> it.path("AlarmName").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + alarms().stream()
                                .map(it -> it.path("AlarmName").asText())
                                .toList()));
    }

    /** The body of one dashboard; what only the deployment knows stands there as {@code ?}. */
    JsonNode dashboard(String name) {
        return of("AWS::CloudWatch::Dashboard").stream()
                .filter(it -> it.path("DashboardName").asText().equals(name))
                .map(it -> body(it.path("DashboardBody")))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> bodies() {
        return of("AWS::CloudWatch::Dashboard").stream()
                .map(it -> body(it.path("DashboardBody")))
                .toList();
    }

    /** Every metric of every alarm and every widget. */
    List<MetricIdentity> metrics() {
        var found = new ArrayList<MetricIdentity>();
        alarms().forEach(alarm -> ofAlarm(alarm).forEach(found::add));
        bodies().forEach(body -> body.path("widgets")
                .forEach(widget -> widget.path("properties")
                        .path("metrics")
                        .forEach(line -> ofLine(line).forEach(found::add))));
        return found;
    }

    private static Stream<MetricIdentity> ofAlarm(JsonNode alarm) {
        var many = alarm.path("Metrics").findValues("Metric").stream();
        return Stream.concat(many, alarm.has("MetricName") ? Stream.of(alarm) : Stream.empty())
                .map(it -> new MetricIdentity(
                        it.path("Namespace").asText(),
                        it.path("MetricName").asText(),
                        it.path("Dimensions").findValuesAsText("Name")));
    }

    /** {@code [namespace, name, dimension, value, …, {options}]}, or one object with an expression. */
    private static Stream<MetricIdentity> ofLine(JsonNode line) {
        if (!line.path(0).isTextual()) {
            return Stream.empty();
        }
        var dimensions = new ArrayList<String>();
        for (var i = 2; i < line.size() && line.path(i).isTextual(); i += 2) {
            dimensions.add(line.path(i).asText());
        }
        return Stream.of(new MetricIdentity(line.path(0).asText(), line.path(1).asText(), dimensions));
    }

    private List<JsonNode> of(String type) {
        return resources
                .valueStream()
                .filter(it -> it.path("Type").asText().equals(type))
                .map(it -> it.path("Properties"))
                .toList();
    }

    private static JsonNode body(JsonNode joined) {
        var text = new StringBuilder();
        joined.at("/Fn::Join/1").forEach(part -> text.append(part.isTextual() ? part.asText() : "?"));
        try {
            return JSON.readTree(joined.isTextual() ? joined.asText() : text.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
