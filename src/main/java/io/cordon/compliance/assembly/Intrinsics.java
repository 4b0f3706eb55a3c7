package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the functions of a template become: text, whichever stack speaks and however it says it. */
public final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Assembly app;
    private final Naming naming;
    private final Map<String, StackTemplate> stacks = new HashMap<>();
    private final Map<String, Map<String, TemplateResource>> resources = new HashMap<>();
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What a reference to a resource becomes. */
    public interface Naming {
        /** Returns what {@code Ref} becomes. */
        Optional<String> reference(TemplateResource resource);

        /** Returns what {@code Fn::GetAtt} becomes. */
        Optional<String> attribute(TemplateResource resource, String attribute);

        /** Returns what stands for a thing that only the deployment knows; empty makes all of its text empty. */
        Optional<String> gap();
    }

    /** Reads the templates of {@code app}. */
    public Intrinsics(Assembly app, Naming naming) {
        this.app = app;
        this.naming = naming;
        app.stacks().forEach(stack -> {
            var named = new HashMap<String, TemplateResource>();
            stack.resources().forEach(it -> named.put(it.logicalId(), it));
            stacks.put(stack.path(), stack);
            resources.put(stack.path(), named);
        });
    }

    /** Returns the account of a stack, {@code unknown} if it names none. */
    public String account(String stack) {
        return stack(stack).environment().split("/", -1)[0];
    }

    /** Returns the region of a stack, {@code unknown} if it names none. */
    public String region(String stack) {
        return stack(stack).environment().split("/", -1)[1];
    }

    /** Returns what a value of a stack's template becomes. */
    public Optional<String> text(JsonNode value, String stack) {
        if (value.isValueNode()) {
            return value.isNull() ? naming.gap() : Optional.of(value.asText());
        }
        if (value.size() != 1 || value.isArray()) {
            return naming.gap();
        }
        var argument = value.iterator().next();
        return switch (value.fieldNames().next()) {
            case "Ref" -> reference(argument.asText(), stack);
            case "Fn::GetAtt" -> attribute(argument, stack);
            case "Fn::Join" -> joined(argument, stack);
            case "Fn::Sub" -> substituted(argument, stack);
            case "Fn::GetStackOutput" -> output(argument);
            case "Fn::ImportValue" ->
                text(argument, stack).flatMap(this::imported).or(naming::gap);
            default -> naming.gap();
        };
    }

    /** Reads what one stack tells another; what a template defines by itself is never known. */
    private Optional<String> told(JsonNode value, String stack) {
        if (!open.add(value)) {
            return naming.gap();
        }
        try {
            return text(value, stack);
        } finally {
            open.remove(value);
        }
    }

    private Optional<String> reference(String id, String stack) {
        return switch (id) {
            case "AWS::Partition" -> Optional.of("aws");
            case "AWS::Region" -> Optional.of(region(stack));
            case "AWS::AccountId" -> Optional.of(account(stack));
            default ->
                named(id, stack)
                        .map(naming::reference)
                        .orElseGet(() -> parameter(id, stack))
                        .or(naming::gap);
        };
    }

    private Optional<String> attribute(JsonNode argument, String stack) {
        return argument.isArray()
                ? attribute(argument.path(0).asText() + "." + argument.path(1).asText(), stack)
                : attribute(argument.asText(), stack);
    }

    private Optional<String> attribute(String path, String stack) {
        var parts = path.split("\\.", 2);
        return named(parts[0], stack)
                .filter(it -> parts.length == 2)
                .flatMap(it ->
                        NestedStacks.isMaker(it) ? attributeOfNested(it, parts[1]) : naming.attribute(it, parts[1]))
                .or(naming::gap);
    }

    private Optional<String> joined(JsonNode argument, String stack) {
        var parts = new ArrayList<String>();
        for (var part : argument.path(1)) {
            var text = text(part, stack);
            if (text.isEmpty()) {
                return text;
            }
            parts.add(text.get());
        }
        return argument.path(1).isArray()
                ? Optional.of(String.join(argument.path(0).asText(), parts))
                : naming.gap();
    }

    private Optional<String> substituted(JsonNode argument, String stack) {
        var own = argument.path(1);
        var matcher = VARIABLE.matcher(argument.isArray() ? argument.path(0).asText() : argument.asText());
        var text = new StringBuilder();
        while (matcher.find()) {
            var variable = matcher.group(1);
            var value = own.has(variable) ? text(own.path(variable), stack) : variable(variable, stack);
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
        var name = argument.path("OutputName").asText();
        return only(app.stacks().stream()
                        .filter(stack ->
                                stack.name().equals(argument.path("StackName").asText()))
                        .filter(stack -> !argument.has("Region")
                                || region(stack.path())
                                        .equals(argument.path("Region").asText()))
                        .flatMap(stack -> Stream.of(stack.outputs().path(name))
                                .filter(output -> !output.isMissingNode())
                                .map(output -> told(output.path("Value"), stack.path())))
                        .toList())
                .or(naming::gap);
    }

    private Optional<String> imported(String export) {
        return only(app.stacks().stream()
                .flatMap(stack -> stack.outputs()
                        .valueStream()
                        .filter(output -> output.at("/Export/Name").asText().equals(export))
                        .map(output -> told(output.path("Value"), stack.path())))
                .toList());
    }

    /** Two stages may give one name to two accounts; then nobody can say which is meant. */
    private static Optional<String> only(List<Optional<String>> values) {
        return values.size() == 1 ? values.get(0) : Optional.empty();
    }

    /** What a nested stack is given by the one that holds it. */
    private Optional<String> parameter(String id, String stack) {
        return holders(stack)
                .filter(it -> it.properties().path("Parameters").has(id))
                .findFirst()
                .flatMap(it -> told(it.properties().path("Parameters").path(id), it.stack()));
    }

    /** What a nested stack tells the one that holds it. */
    private Optional<String> attributeOfNested(TemplateResource holder, String attribute) {
        return app.stacks().stream()
                .filter(stack -> NestedStacks.makes(holder, stack.path()))
                .findFirst()
                .filter(stack -> attribute.startsWith("Outputs."))
                .flatMap(stack -> told(
                        stack.outputs()
                                .path(attribute.substring("Outputs.".length()))
                                .path("Value"),
                        stack.path()));
    }

    private Stream<TemplateResource> holders(String nested) {
        return app.resources().filter(NestedStacks::isMaker).filter(it -> NestedStacks.makes(it, nested));
    }

    private Optional<TemplateResource> named(String logicalId, String stack) {
        return Optional.ofNullable(resources.getOrDefault(stack, Map.of()).get(logicalId));
    }

    private StackTemplate stack(String path) {
        return Optional.ofNullable(stacks.get(path)).orElseThrow();
    }
}
