package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the templates of nested stacks, which the CDK does not hand to those who validate an app.
 *
 * <p>They are assets of the stack around them: its template names where one will lie, and its list of assets which file goes
 * there.
 */
final class NestedStacks {
    private static final String TYPE = "AWS::CloudFormation::Stack";

    /** The CDK names the resource that makes a nested stack after the stack's construct. */
    private static final Pattern MAKER =
            Pattern.compile("(?<path>(?:.*/)?(?<id>[^/]+))\\.NestedStack/\\k<id>\\.NestedStackResource");

    private NestedStacks() {}

    /** Returns the paths of the stacks that are nested somewhere in an app's constructs. */
    static List<String> paths(Collection<String> constructs) {
        return constructs.stream().flatMap(it -> path(it).stream()).toList();
    }

    static boolean isMaker(TemplateResource resource) {
        return resource.type().equals(TYPE);
    }

    /** Whether a resource makes the stack of that path. */
    static boolean makes(TemplateResource maker, String stack) {
        return path(maker.path()).filter(stack::equals).isPresent();
    }

    /** Returns the stacks that a stack makes; not those whose template is no file of the assembly. */
    static List<Source> in(StackTemplate stack, Source source) {
        var makers = stack.resources().stream()
                .filter(it -> isMaker(it) && path(it.path()).isPresent())
                .toList();
        if (makers.isEmpty()) {
            return List.of();
        }
        var assets = assets(source.template().resolveSibling(""));
        return makers.stream()
                .flatMap(maker -> file(maker, assets).stream()
                        .map(file -> new Source(
                                path(maker.path()).orElseThrow(),
                                source.template().resolveSibling(file),
                                source.environment(),
                                true))
                        .filter(it -> Files.exists(it.template())))
                .toList();
    }

    private static Optional<String> path(String maker) {
        var matcher = MAKER.matcher(maker);
        return matcher.matches() ? Optional.of(matcher.group("path")) : Optional.empty();
    }

    private static Optional<String> file(TemplateResource maker, List<JsonNode> assets) {
        var url = maker.properties().path("TemplateURL").toString();
        return assets.stream()
                .filter(asset -> asset.path("destinations")
                        .valueStream()
                        .map(it -> it.path("objectKey").asText())
                        .anyMatch(key -> !key.isEmpty() && url.contains("/" + key)))
                .map(asset -> asset.at("/source/path").asText())
                .findFirst();
    }

    private static List<JsonNode> assets(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(it -> it.getFileName().toString().endsWith(".assets.json"))
                    .sorted()
                    .flatMap(it -> Assembly.json(it).path("files").valueStream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be read", e);
        }
    }
}
