package io.cordon.functions;

import java.util.List;
import java.util.Map;

/**
 * What one statement of a policy names.
 *
 * @param word what it is, as the end of the statement's Sid
 * @param arns the resources
 * @param conditions under which; empty for any
 */
record Reach(String word, List<String> arns, Map<String, ?> conditions) {
    static Reach of(FunctionPermissions.Scope scope, List<String> arns) {
        return of(scope, arns, Map.of());
    }

    static Reach of(FunctionPermissions.Scope scope, List<String> arns, Map<String, ?> conditions) {
        return new Reach(scope.target().name(), arns, conditions);
    }
}
