package io.cordon.functions;

import io.cordon.data.LeadingKeys;
import io.cordon.functions.FunctionEntry.Call;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the calls of a manifest and checks each against the table of operations and the named resources. */
record ManifestCalls(Map<String, Operation> operations, Map<String, Operation.Kind> resources) {
    /** What may be written in a policy without acting as a wildcard. */
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)+");

    Call call(ManifestNode node) {
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
        call.prefixes().forEach(prefix -> checkPrefix(node, "prefixes", prefix));
    }

    static void checkPrefix(ManifestNode node, String field, String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            node.problem(field, prefix + "; letters, digits, dots, dashes and slashes, ending in a slash");
        }
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
}
