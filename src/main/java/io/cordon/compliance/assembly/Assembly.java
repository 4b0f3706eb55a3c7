package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A synthesized app, read from its files and not from its constructs: it works for any CDK app in any language.
 *
 * @param directory the cloud assembly
 * @param stacks every stack, stages and nested stacks included, by path
 * @param exceptions every acknowledgement that the assembly records, by path and id
 * @param asOf the day that ends are compared with
 */
public record Assembly(Path directory, List<StackTemplate> stacks, List<RecordedException> exceptions, LocalDate asOf) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Where one stack's template lies and where it goes.
     *
     * @param stack its construct path
     * @param template its file
     * @param environment account and region
     * @param nested whether another stack makes it
     */
    public record Source(String stack, Path template, String environment, boolean nested) {}

    /** Reads the assembly in {@code directory}; every source must lie below it. Nested stacks are found by themselves. */
    public static Assembly read(Path directory, List<Source> sources, LocalDate asOf) {
        var tree = ConstructTree.read(directory.resolve("tree.json"));
        var stacks = new ArrayList<StackTemplate>();
        var exceptions = new ArrayList<RecordedException>();
        for (var source : sources) {
            var metadata = StackMetadata.read(source.template(), source.stack());
            exceptions.addAll(metadata.exceptions());
            var open = new ArrayDeque<>(List.of(source));
            while (!open.isEmpty()) {
                var next = open.remove();
                var stack = stack(next, metadata, tree, relative(directory, next.template()));
                stacks.add(stack);
                open.addAll(NestedStacks.in(stack, next));
            }
        }
        stacks.sort(Comparator.comparing(StackTemplate::path));
        exceptions.sort(Comparator.comparing(RecordedException::path).thenComparing(RecordedException::id));
        return new Assembly(directory, List.copyOf(stacks), List.copyOf(exceptions), asOf);
    }

    /** Returns every resource of every stack. */
    public Stream<TemplateResource> resources() {
        return stacks.stream().flatMap(stack -> stack.resources().stream());
    }

    /** Returns whether a resource makes a nested stack of which nothing is known here. */
    public boolean isUnreadStack(TemplateResource resource) {
        return NestedStacks.isMaker(resource)
                && stacks.stream().map(StackTemplate::path).noneMatch(it -> NestedStacks.makes(resource, it));
    }

    /** With slashes on every system: it stands in the evidence. */
    private static String relative(Path directory, Path template) {
        return directory
                .toAbsolutePath()
                .normalize()
                .relativize(template.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    private static StackTemplate stack(Source source, StackMetadata metadata, ConstructTree tree, String file) {
        var resources = new ArrayList<TemplateResource>();
        var paths = metadata.paths(source.stack());
        var template = json(source.template());
        template.path("Resources").fields().forEachRemaining(entry -> {
            var path = paths.getOrDefault(entry.getKey(), source.stack() + "/" + entry.getKey());
            resources.add(new TemplateResource(
                    source.stack(),
                    path,
                    entry.getKey(),
                    entry.getValue().path("Type").asText(),
                    entry.getValue().path("Condition").asText(),
                    tree.isRaw(path),
                    entry.getValue().path("Properties"),
                    entry.getValue()));
        });
        resources.sort(Comparator.comparing(TemplateResource::path));
        return new StackTemplate(
                source.stack(),
                source.nested() ? source.stack() : metadata.stackName(),
                source.environment(),
                file,
                size(source.template()),
                List.copyOf(resources),
                template.path("Outputs"));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    /** Which constructs were made from the untyped resource class. */
    private record ConstructTree(Map<String, String> classes) {
        static ConstructTree read(Path file) {
            var classes = new HashMap<String, String>();
            if (Files.exists(file)) {
                visit(json(file).path("tree"), classes);
            }
            return new ConstructTree(classes);
        }

        private static void visit(JsonNode node, Map<String, String> classes) {
            classes.put(
                    node.path("path").asText(),
                    node.path("constructInfo").path("fqn").asText());
            node.path("children").forEach(child -> visit(child, classes));
        }

        boolean isRaw(String path) {
            return "aws-cdk-lib.CfnResource".equals(classes.get(path));
        }
    }
}
