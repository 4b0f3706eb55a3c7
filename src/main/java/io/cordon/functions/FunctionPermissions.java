package io.cordon.functions;

import io.cordon.functions.FunctionEntry.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;

/**
 * The permissions that the manifest states. The first word of a {@code Sid} is their kind: <em>Called</em> by the
 * function's own code, <em>Delegated</em> to the holder of a URL that it signs, <em>Implied</em> on the keys behind both.
 */
final class FunctionPermissions {
    private final RuntimeFunctionProps props;
    private final Stack stack;
    private final Map<String, PolicyStatement> statements = new LinkedHashMap<>();

    private FunctionPermissions(RuntimeFunctionProps props, Stack stack) {
        this.props = props;
        this.stack = stack;
    }

    /** What the function may do, called before delegated before implied. */
    static List<PolicyStatement> of(RuntimeFunctionProps props, Stack stack) {
        var permissions = new FunctionPermissions(props, stack);
        permissions.granted("Called", props.entry.calls());
        permissions.granted("Delegated", props.entry.delegates());
        permissions.implied();
        return List.copyOf(permissions.statements.values());
    }

    /** What several operations have in common, so that one statement is enough for them. */
    record Scope(String on, Operation.Target target, List<String> prefixes, List<String> leadingKeys) {}

    private void granted(String kind, List<Call> calls) {
        Map<Scope, Set<String>> allowed = new LinkedHashMap<>();
        for (var call : calls) {
            var operation = props.manifest.operation(call);
            var scope = new Scope(call.on(), operation.target(), call.prefixes(), call.leadingKeys());
            allowed.computeIfAbsent(scope, it -> new TreeSet<>()).addAll(operation.actions());
        }
        allowed.forEach((scope, actions) -> reach(scope)
                .forEach(reach -> add(
                        kind + word(scope.on()) + word(reach.word()),
                        PolicyStatement.Builder.create()
                                .actions(List.copyOf(actions))
                                .resources(reach.arns())
                                .conditions(reach.conditions()))));
    }

    private record Lock(String on, String service) {}

    private void implied() {
        Map<Lock, Set<String>> allowed = new LinkedHashMap<>();
        Stream.concat(props.entry.calls().stream(), props.entry.delegates().stream())
                .forEach(call -> {
                    var operation = props.manifest.operation(call);
                    allowed.computeIfAbsent(new Lock(call.on(), operation.service()), it -> new TreeSet<>())
                            .addAll(operation.keyActions());
                });
        allowed.values().removeIf(Set::isEmpty);
        allowed.forEach((lock, actions) -> add(
                "Implied" + word(lock.on()) + "Key",
                PolicyStatement.Builder.create()
                        .actions(List.copyOf(actions))
                        .resources(List.of(keyOf(lock.on()).getKeyArn()))
                        .conditions(via(lock.service(), stack.getRegion()))));
    }

    /** Only through {@code service}: the key opens nothing for whoever holds the ciphertext itself. */
    static Map<String, Object> via(String service, String region) {
        return Map.of("StringEquals", Map.of("kms:ViaService", service + "." + region + ".amazonaws.com"));
    }

    private List<Reach> reach(Scope scope) {
        return scope.target() == Operation.Target.ANY
                ? List.of(Reach.of(scope, List.of("*")))
                : bound(scope.on()).reach(scope, stack);
    }

    private IKey keyOf(String name) {
        return Objects.requireNonNull(bound(name).key(), name);
    }

    private BoundResource bound(String name) {
        return Objects.requireNonNull(props.bindings.get(name), name);
    }

    /** A Sid is unique in its policy: a second statement of the same name, with other prefixes, is numbered. */
    private void add(String name, PolicyStatement.Builder statement) {
        var sid = name;
        for (int i = 2; statements.containsKey(sid); i++) {
            sid = name + i;
        }
        statements.put(sid, statement.sid(sid).build());
    }

    /** {@code jobEvents} and {@code OBJECT} as a part of a Sid, which knows letters and digits only. */
    private static String word(String name) {
        var letters = name.replaceAll("[^A-Za-z0-9]", "");
        var rest = letters.equals(letters.toUpperCase(Locale.ROOT))
                ? letters.substring(1).toLowerCase(Locale.ROOT)
                : letters.substring(1);
        return Character.toUpperCase(letters.charAt(0)) + rest;
    }
}
