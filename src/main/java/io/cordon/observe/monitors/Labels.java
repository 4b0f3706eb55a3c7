package io.cordon.observe.monitors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** What people call a resource, from its place in the app: its name is known to the deployment only. */
final class Labels {
    /** What a construct calls the one resource that it is about. */
    private static final Set<String> INNER = Set.of("Resource", "Table", "Bucket", "Queue", "Api", "Rule");

    private Labels() {}

    /** {@code SerenyaBackend-dev/Application/Table} is {@code application}. */
    static String of(IConstruct resource) {
        var stack = Stack.of(resource).getNode().getPath();
        var path = List.of(
                        resource.getNode().getPath().substring(stack.length()).split("/"))
                .stream()
                .filter(step -> !step.isEmpty())
                .toList();
        var last = path.size() > 1 && INNER.contains(path.get(path.size() - 1)) ? path.size() - 1 : path.size();
        return slug(String.join("-", path.subList(0, last)));
    }

    /** Small letters, digits and single hyphens, as alarms are named. */
    static String slug(String text) {
        var words = Objects.requireNonNull(text)
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+");
        return String.join(
                "-", Arrays.stream(words).filter(word -> !word.isEmpty()).toList());
    }
}
