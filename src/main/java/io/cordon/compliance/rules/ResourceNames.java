package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a template's references to buckets, tables, subnets and route tables become: text in which each has one name,
 * whichever stack speaks of it and however. What only the deployment knows is empty.
 */
final class ResourceNames {
    static final String BUCKET = "AWS::S3::Bucket";
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String GLOBAL_TABLE = "AWS::DynamoDB::GlobalTable";

    static final String SUBNET = "AWS::EC2::Subnet";
    static final String ROUTE_TABLE = "AWS::EC2::RouteTable";

    private static final Map<String, String> NAMES =
            Map.of(BUCKET, "BucketName", TABLE, "TableName", GLOBAL_TABLE, "TableName");
    private static final Map<String, String> IDS = Map.of(SUBNET, "SubnetId", ROUTE_TABLE, "RouteTableId");
    private static final Pattern PARTITION = Pattern.compile("^arn:aws[a-z-]*:");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Assembly app;

    ResourceNames(Assembly app) {
        this.app = app;
    }

    /** Returns the ARN of a store in a region of its own. */
    String arn(TemplateResource store, String region) {
        return store.type().equals(BUCKET)
                ? "arn:aws:s3:::" + name(store)
                : "arn:aws:dynamodb:" + region + ":" + account(store.stack()) + ":table/" + name(store);
    }

    String account(String stack) {
        return environment(stack).split("/", -1)[0];
    }

    String region(String stack) {
        return environment(stack).split("/", -1)[1];
    }

    /** Returns what {@code value} becomes in {@code stack}, all partitions written as {@code aws}. */
    Optional<String> text(JsonNode value, String stack) {
        return read(value, stack).map(it -> PARTITION.matcher(it).replaceFirst("arn:aws:"));
    }

    private Optional<String> read(JsonNode value, String stack) {
        if (value.isValueNode()) {
            return value.isNull() ? Optional.empty() : Optional.of(value.asText());
        }
        if (value.size() != 1) {
            return Optional.empty();
        }
        var argument = value.iterator().next();
        return switch (value.fieldNames().next()) {
            case "Ref" -> reference(argument.asText(), stack);
            case "Fn::GetAtt" -> attribute(argument, stack);
            case "Fn::Join" -> joined(argument, stack);
            case "Fn::Sub" -> substituted(argument, stack);
            case "Fn::GetStackOutput" -> output(argument);
            case "Fn::ImportValue" -> read(argument, stack).flatMap(this::imported);
            default -> Optional.empty();
        };
    }

    private Optional<String> reference(String id, String stack) {
        return switch (id) {
            case "AWS::Partition" -> Optional.of("aws");
            case "AWS::Region" -> Optional.of(region(stack));
            case "AWS::AccountId" -> Optional.of(account(stack));
            default -> named(id, stack).map(this::name);
        };
    }

    private Optional<String> attribute(JsonNode argument, String stack) {
        var path = argument.isArray()
                ? argument.path(0).asText() + "." + argument.path(1).asText()
                : argument.asText();
        return attribute(path, stack);
    }

    private Optional<String> attribute(String path, String stack) {
        var parts = path.split("\\.", 2);
        return parts.length < 2
                ? Optional.empty()
                : named(parts[0], stack).flatMap(it -> attribute(it, parts[1], region(stack)));
    }

    private Optional<String> attribute(TemplateResource resource, String attribute, String region) {
        if (NAMES.containsKey(resource.type())) {
            return attribute.equals("Arn") ? Optional.of(arn(resource, region)) : Optional.empty();
        }
        return attribute.equals(IDS.get(resource.type())) ? Optional.of(name(resource)) : Optional.empty();
    }

    private Optional<String> joined(JsonNode argument, String stack) {
        var parts = new ArrayList<String>();
        for (var part : argument.path(1)) {
            var text = read(part, stack);
            if (text.isEmpty()) {
                return text;
            }
            parts.add(text.get());
        }
        return argument.path(1).isArray()
                ? Optional.of(String.join(argument.path(0).asText(), parts))
                : Optional.empty();
    }

    private Optional<String> substituted(JsonNode argument, String stack) {
        var own = argument.path(1);
        var matcher = VARIABLE.matcher(argument.isArray() ? argument.path(0).asText() : argument.asText());
        var text = new StringBuilder();
        while (matcher.find()) {
            var variable = matcher.group(1);
            var value = own.has(variable) ? read(own.path(variable), stack) : variable(variable, stack);
            if (value.isEmpty()) {
                return value;
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(matcher.appendTail(text).toString());
    }

    private Optional<String> variable(String variable, String stack) {
        if (variable.startsWith("!")) {
            return Optional.of("${" + variable.substring(1) + "}");
        }
        return variable.contains(".") ? attribute(variable, stack) : reference(variable, stack);
    }

    private Optional<String> output(JsonNode argument) {
        return only(app.stacks().stream()
                .filter(stack -> stack.name().equals(argument.path("StackName").asText()))
                .filter(stack -> !argument.has("Region")
                        || region(stack.path()).equals(argument.path("Region").asText()))
                .flatMap(stack -> Stream.of(
                                stack.outputs().path(argument.path("OutputName").asText()))
                        .filter(output -> !output.isMissingNode())
                        .map(output -> read(output.path("Value"), stack.path())))
                .toList());
    }

    private Optional<String> imported(String export) {
        return only(app.stacks().stream()
                .flatMap(stack -> stack.outputs()
                        .valueStream()
                        .filter(output -> output.at("/Export/Name").asText().equals(export))
                        .map(output -> read(output.path("Value"), stack.path())))
                .toList());
    }

    /** Two stages may give one name to two accounts; then nobody can say which is meant. */
    private static Optional<String> only(List<Optional<String>> values) {
        return values.size() == 1 ? values.get(0) : Optional.empty();
    }

    private Optional<TemplateResource> named(String logicalId, String stack) {
        return stack(stack).resources().stream()
                .filter(it -> it.logicalId().equals(logicalId))
                .filter(it -> NAMES.containsKey(it.type()) || IDS.containsKey(it.type()))
                .findFirst();
    }

    /** A name that the deployment makes up is written as the place of its bearer in the app: it is like no other. */
    String name(TemplateResource resource) {
        var given = resource.properties().path(NAMES.getOrDefault(resource.type(), ""));
        return Optional.of(given)
                .filter(it -> !it.isMissingNode())
                .flatMap(it -> read(it, resource.stack()))
                .orElse("<" + resource.stack() + " " + resource.logicalId() + ">");
    }

    private String environment(String stack) {
        return stack(stack).environment();
    }

    private StackTemplate stack(String path) {
        return app.stacks().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
