package io.cordon.functions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cordon.compliance.DataClass;
import io.cordon.functions.FunctionEntry.EmittedMetric;
import io.cordon.functions.FunctionEntry.Event;
import io.cordon.functions.FunctionEntry.Route;
import io.cordon.functions.FunctionEntry.Source;
import io.cordon.functions.FunctionEntry.Variable;
import io.cordon.policies.LimitPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** Reads both files of a handlers' jar and checks each against the other, strictly. */
final class ManifestReader {
    static final String FUNCTIONS = "META-INF/cordon/functions.json";
    static final String OPERATIONS = "META-INF/cordon/operations.json";
    private static final int VERSION = 1;
    private static final LimitPolicy LIMITS = LimitPolicy.current();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Map<String, Operation.Kind> resources = Map.of();
    private ManifestCalls calls = new ManifestCalls(Map.of(), Map.of());

    private ManifestReader() {}

    static FunctionManifest read(Path path) {
        try (var jar = new JarFile(path.toFile())) {
            return new ManifestReader().read(path, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(path.getFileName() + ": cannot be read", e);
        }
    }

    private FunctionManifest read(Path path, JarFile jar) throws IOException {
        var operations = operations(root(jar, OPERATIONS));
        var root = root(jar, FUNCTIONS);
        root.number("version", VERSION, VERSION);
        this.resources = root.map("resources", ManifestReader::kind);
        this.calls = new ManifestCalls(operations, resources);
        var functions = root.list("functions", this::function);
        root.end();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(path.getFileName() + ": " + String.join("\n  ", problems));
        }
        return new FunctionManifest(path, resources, operations, functions);
    }

    private ManifestNode root(JarFile jar, String name) throws IOException {
        return new ManifestNode(tree(jar, name), name.substring(name.lastIndexOf('/') + 1) + " $", problems);
    }

    private JsonNode tree(JarFile jar, String name) throws IOException {
        var entry = jar.getJarEntry(name);
        if (entry == null) {
            problems.add(name + ": not in the jar");
            return MissingNode.getInstance();
        }
        try (var in = jar.getInputStream(entry)) {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            problems.add(name + ": " + e.getOriginalMessage());
            return MissingNode.getInstance();
        }
    }

    private Map<String, Operation> operations(ManifestNode root) {
        root.number("version", VERSION, VERSION);
        var read = root.map("operations", node -> {
            var operation = new Operation(
                    node.text("service"),
                    node.oneOf("target", Operation.Target.class),
                    node.texts("actions"),
                    node.texts("keyActions"),
                    node.text("source"));
            if (operation.target().isKeyless() && !operation.keyActions().isEmpty()) {
                node.problem("keyActions", operation.keyActions() + "; no key stands behind it; remove them");
            }
            if (operation.actions().stream().anyMatch(action -> action.contains("*"))) {
                node.problem(
                        "actions", operation.actions() + "; a wildcard grants what nobody calls; name each action");
            }
            node.end();
            return operation;
        });
        root.end();
        return read;
    }

    private static Operation.Kind kind(ManifestNode node) {
        var kind = node.oneOf("kind", Operation.Kind.class);
        node.end();
        return kind;
    }

    private FunctionEntry function(ManifestNode node) {
        var entry = new FunctionEntry(
                node.text("name"),
                node.text("handler"),
                node.text("summary"),
                memory(node),
                node.number("timeoutSeconds", 1, LIMITS.longestFunctionSeconds().value()),
                node.oneOf("dataClass", DataClass.class),
                node.flag("internet"),
                node.list("routes", ManifestReader::route),
                node.list("events", this::event),
                node.map("variables", this::variable),
                node.list("calls", calls::call),
                node.list("delegates", calls::call),
                node.list("metrics", ManifestReader::metric));
        node.end();
        check(entry, node);
        return entry;
    }

    private static int memory(ManifestNode node) {
        var least = LIMITS.smallestFunctionMegabytes().value();
        return node.number(
                "memoryMegabytes", least, LIMITS.largestFunctionMegabytes().value());
    }

    private Event event(ManifestNode node) {
        var kind = node.oneOf("kind", Event.Kind.class);
        var event = kind == Event.Kind.OBJECT_CREATED ? new Event(kind, objects(node)) : new Event(kind);
        node.end();
        return event;
    }

    private Event.Objects objects(ManifestNode node) {
        var objects = new Event.Objects(node.text("on"), node.text("prefix"));
        if (resources.get(objects.on()) != Operation.Kind.BUCKET) {
            node.problem("on", objects.on() + " is no bucket; only a bucket says that an object appeared");
        }
        ManifestCalls.checkPrefix(node, "prefix", objects.prefix());
        return objects;
    }

    private void check(FunctionEntry entry, ManifestNode node) {
        if (!names.add(entry.name())) {
            node.problem("name", entry.name() + " is there twice; a function's name is its identity");
        }
        var longest = LIMITS.functionDescriptionCharacters().value();
        if (entry.summary().length() > longest) {
            node.problem("summary", entry.summary().length() + " characters; at most " + longest + "; shorten it");
        }
        if (entry.internet() && entry.dataClass() == DataClass.PHI) {
            node.problem("internet", "true; a function that holds PHI stays inside the VPC; split it");
        }
    }

    private static Route route(ManifestNode node) {
        var route = new Route(node.text("method"), node.text("path"));
        node.end();
        return route;
    }

    private Variable variable(ManifestNode node) {
        var sources = Arrays.stream(Source.values())
                .filter(source -> node.has(source.field))
                .toList();
        if (sources.size() != 1) {
            node.problem("", sources.size() + " sources; exactly one of nameOf, setting and value");
            return new Variable(Source.VALUE, "");
        }
        var variable = new Variable(sources.get(0), node.text(sources.get(0).field));
        if (variable.source() == Source.NAME_OF && !resources.containsKey(variable.text())) {
            node.problem("nameOf", variable.text() + " is no resource; known are " + resources.keySet());
        }
        node.end();
        return variable;
    }

    private static EmittedMetric metric(ManifestNode node) {
        var group = node.has("group") ? node.text("group") : "";
        var metric = new EmittedMetric(node.text("name"), node.text("unit"), node.textLists("dimensions"), group);
        node.end();
        return metric;
    }
}
