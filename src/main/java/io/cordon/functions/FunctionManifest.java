package io.cordon.functions;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the handlers' jar says of its functions: one source for their code, their permissions, variables, routes and
 * metrics.
 *
 * <p>It is data inside the jar, proven there by the handlers' own tests: a permission that nobody uses, a variable that
 * nobody sets or a metric that nobody emits cannot reach a template.
 */
public final class FunctionManifest {
    /** Services that a VPC reaches through a gateway endpoint, which is free and needs no interface endpoint. */
    private static final Set<String> BEHIND_GATEWAYS = Set.of("s3", "dynamodb");

    private static @Nullable FunctionManifest current;

    private final Path jar;
    private final Map<String, Operation.Kind> resources;
    private final Map<String, Operation> operations;
    private final List<FunctionEntry> functions;

    FunctionManifest(
            Path jar,
            Map<String, Operation.Kind> resources,
            Map<String, Operation> operations,
            List<FunctionEntry> functions) {
        this.jar = jar;
        this.resources = Map.copyOf(resources);
        this.operations = Map.copyOf(operations);
        this.functions = List.copyOf(functions);
    }

    /**
     * Returns the manifest of {@code runtime-handlers.jar} on the class path; it is read once.
     *
     * @throws IllegalStateException if the jar is missing, or listing all that is wrong in it, each with its JSON path
     */
    public static synchronized FunctionManifest current() {
        var manifest = current;
        if (manifest == null) {
            manifest = read(HandlerCode.onClassPath(FunctionManifest.class.getClassLoader()));
            current = manifest;
        }
        return manifest;
    }

    /**
     * Reads the manifest of handlers of your own.
     *
     * @param jar the code that is deployed, with {@code META-INF/cordon/functions.json} and {@code operations.json}
     * @throws IllegalStateException listing all that is wrong in it, each with its JSON path
     */
    public static FunctionManifest read(Path jar) {
        return ManifestReader.read(jar);
    }

    /** Returns all functions, in the order of the manifest. */
    public List<FunctionEntry> functions() {
        return functions;
    }

    /**
     * Returns one function.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists the known
     */
    public FunctionEntry function(String name) {
        return functions.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "function: " + name + " is not in the manifest; known are " + names()));
    }

    /**
     * Returns the services that functions inside the VPC call and that no gateway endpoint reaches, sorted: each needs an
     * interface endpoint of the network's. What a signed URL delegates is called by its holder and does not count, and
     * neither do models: {@link io.cordon.ai.BedrockPrivateLink} makes their endpoint, with a policy that names them.
     */
    public Set<String> services() {
        return services(names());
    }

    /** Returns the same for the functions of these names only: what one VPC needs that does not hold them all. */
    public Set<String> services(List<String> names) {
        Set<String> services = new TreeSet<>();
        names.stream()
                .map(this::function)
                .filter(entry -> !entry.internet())
                .flatMap(entry -> entry.calls().stream())
                .map(this::operation)
                .filter(operation -> operation.target() != Operation.Target.MODEL)
                .map(Operation::service)
                .filter(service -> !BEHIND_GATEWAYS.contains(service))
                .forEach(services::add);
        return services;
    }

    /** Returns the file with the code. */
    public Path jar() {
        return jar;
    }

    /** Returns what IAM must allow for {@code call}. */
    public Operation operation(FunctionEntry.Call call) {
        var operation = operations.get(call.operation());
        if (operation == null) {
            throw new IllegalArgumentException("operation: " + call.operation() + " is not in operations.json");
        }
        return operation;
    }

    List<String> names() {
        return functions.stream().map(FunctionEntry::name).toList();
    }

    /** The resources that {@code entry} names anywhere and that must be bound, with their kinds. */
    Map<String, Operation.Kind> resourcesOf(FunctionEntry entry) {
        var called = Stream.concat(entry.calls().stream(), entry.delegates().stream())
                .map(FunctionEntry.Call::on);
        var named = entry.variables().values().stream()
                .filter(variable -> variable.source() == FunctionEntry.Source.NAME_OF)
                .map(FunctionEntry.Variable::text);
        var watched = entry.objectsCreated().map(FunctionEntry.Event.Objects::on);
        Map<String, Operation.Kind> kinds = new TreeMap<>(resources);
        kinds.keySet()
                .retainAll(Stream.of(called, named, watched)
                        .flatMap(names -> names)
                        .toList());
        kinds.values().removeIf(kind -> kind == Operation.Kind.ACCOUNT);
        return kinds;
    }
}
