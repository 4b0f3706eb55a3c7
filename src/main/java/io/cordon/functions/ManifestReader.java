package io.cordon.functions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cordon.compliance.DataClass;
import io.cordon.data.LeadingKeys;
import io.cordon.functions.FunctionEntry.Call;
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
import java.util.regex.Pattern;

/** Reads both files of a handlers' jar and checks each against the other, strictly. */
final class ManifestReader {
    static final String FUNCTIONS = "META-INF/cordon/functions.json";
    static final String OPERATIONS = "META-INF/cordon/operations.json";
    private static final int VERSION = 1;
    private static final LimitPolicy LIMITS = LimitPolicy.current();
    /** What may be written in a policy without acting as a wildcard. */
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)+");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Map<String, Operation> operations = Map.of();
    private Map<String, Operation.Kind> resources = Map.of();

    private ManifestReader() {}

    static FunctionManifest read(Path path) {
        try (var jar = new JarFile(path.toFile())) {
            return new ManifestReader().read(path, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(path.getFileName() + ": cannot be read", e);
        }
    }

    private FunctionManifest read(Path path, JarFile jar) throws IOException {
        this.operations = operations(root(jar, OPERATIONS));
        var root = root(jar, FUNCTIONS);
        root.number("version", VERSION, VERSION);
        this.resources = root.map("resources", ManifestReader::kind);
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
            if (operation.target().isOn(Operation.Kind.TRAIL)
                    && !operation.keyActions().isEmpty()) {
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
                node.list("events", ManifestReader::event),
                node.map("variables", this::variable),
                node.list("calls", this::call),
                node.list("delegates", this::call),
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

    private static Event event(ManifestNode node) {
        var event = new Event(node.oneOf("kind", Event.Kind.class));
        node.end();
        return event;
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

    private Call call(ManifestNode node) {
        var call = new Call(
                node.text("operation"),
                node.text("on"),
                node.optionalTexts("prefixes"),
                node.optionalTexts("leadingKeys"));
        node.end();
        var operation = operations.get(call.operation());
        var kind = resources.get(call.on());
        if (operation == null) {
            node.problem("operation", call.operation() + " is not in operations.json; add it there");
        }
        if (kind == null) {
            node.problem("on", call.on() + " is no resource; known are " + resources.keySet());
        }
        if (operation != null && kind != null) {
            checkTarget(node, call, operation.target(), kind);
            checkLeadingKeys(node, call, operation);
        }
        return call;
    }

    private static void checkTarget(ManifestNode node, Call call, Operation.Target target, Operation.Kind kind) {
        if (!target.isOn(kind)) {
            node.problem("on", call.on() + " is a " + kind + "; " + call.operation() + " needs a " + target.kind);
        }
        if (target == Operation.Target.OBJECT && call.prefixes().isEmpty()) {
            node.problem("prefixes", "none; an operation on objects names at least one");
        }
        if (target.kind != Operation.Kind.BUCKET && !call.prefixes().isEmpty()) {
            node.problem("prefixes", call.prefixes() + "; only a bucket has prefixes; remove them");
        }
        call.prefixes().stream()
                .filter(prefix -> !PREFIX.matcher(prefix).matches())
                .forEach(prefix -> node.problem(
                        "prefixes", prefix + "; letters, digits, dots, dashes and slashes, ending in a slash"));
    }

    private static void checkLeadingKeys(ManifestNode node, Call call, Operation operation) {
        var keys = call.leadingKeys();
        if (node.has("leadingKeys") && keys.isEmpty()) {
            node.problem("leadingKeys", "none; leave the field out, or name a kind of item");
        }
        if (!keys.isEmpty() && operation.target() != Operation.Target.TABLE) {
            node.problem("leadingKeys", keys + "; only a table's own items have them; remove them");
        } else if (!keys.isEmpty() && !LeadingKeys.areSeenIn(operation.actions())) {
            node.problem("leadingKeys", keys + "; IAM sees no keys in " + operation.actions() + "; remove them");
        }
        keys.stream()
                .filter(key -> !LeadingKeys.isPrefix(key))
                .forEach(key -> node.problem(
                        "leadingKeys", key + "; a kind in capitals, its # and no wildcard, such as PRICE#"));
    }

    private static EmittedMetric metric(ManifestNode node) {
        var group = node.has("group") ? node.text("group") : "";
        var metric = new EmittedMetric(node.text("name"), node.text("unit"), node.textLists("dimensions"), group);
        node.end();
        return metric;
    }
}
