package io.cordon.api;

import io.cordon.functions.RuntimeFunction;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awscdk.services.lambda.IFunction;

/**
 * One request and who answers it.
 *
 * @param seconds how long the answer may take; 0 if nobody said
 */
record ApiRoute(String method, String path, IFunction target, int seconds) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PATH =
            Pattern.compile("/|(/([A-Za-z0-9._~-]+|\\{[A-Za-z0-9_]+}))*(/([A-Za-z0-9._~-]+|\\{[A-Za-z0-9_]+\\+?}))");

    /** Reads {@code GET /jobs/{id}}; whether it is one, {@link #isWellFormed()} says. */
    static ApiRoute of(String route, IFunction target) {
        var parts = route.split(" ", 2);
        return new ApiRoute(parts[0], parts.length == 2 ? parts[1] : "", target, 0);
    }

    /** The routes that the manifest has for a function, answered by its alias. */
    static List<ApiRoute> of(RuntimeFunction function) {
        var entry = function.getEntry();
        return entry.routes().stream()
                .map(it -> new ApiRoute(it.method(), it.path(), function.getAlias(), entry.timeoutSeconds()))
                .toList();
    }

    String key() {
        return method + " " + path;
    }

    boolean isWellFormed() {
        return METHODS.contains(method) && PATH.matcher(path).matches();
    }

    List<String> parameters() {
        return segments()
                .filter(ApiRoute::isVariable)
                .map(segment -> segment.substring(1, segment.length() - 1).replace("+", ""))
                .toList();
    }

    /** Each resource of API Gateway that the path needs, the root left out: {@code /jobs}, {@code /jobs/{id}}. */
    List<String> resources() {
        var parts = segments().toList();
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(end -> "/" + String.join("/", parts.subList(0, end)))
                .toList();
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private Stream<String> segments() {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty());
    }
}
