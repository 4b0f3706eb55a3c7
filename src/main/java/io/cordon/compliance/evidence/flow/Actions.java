package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.assembly.PolicyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What actions do to data: {@code actions.json}.
 *
 * @param sources where AWS lists the actions
 * @param services by the name before the colon
 */
record Actions(Map<String, String> sources, TreeMap<String, Known> services) {
    static final String OTHERWISE = "other";

    private static final String RESOURCE = "actions.json";
    private static final Actions CURRENT = read();

    /**
     * One service that holds data or keys.
     *
     * @param endpoint what its VPC endpoint is called
     * @param types the CloudFormation types that hold the data
     * @param groups names of actions, by what they do
     */
    record Known(String endpoint, List<String> types, TreeMap<String, List<String>> groups) {}

    static Actions current() {
        return CURRENT;
    }

    /** Returns the actions of a statement that are a service's, by what they do; empty if it allows none. */
    SortedMap<String, List<String>> of(JsonNode statement, String service) {
        var found = new TreeMap<String, TreeSet<String>>();
        if (statement.has("NotAction")) {
            var left = texts(statement.path("NotAction"));
            groups(service)
                    .forEach((group, names) -> names.stream()
                            .filter(name -> left.stream().noneMatch(it -> covers(it, service, name)))
                            .forEach(name -> found.computeIfAbsent(group, any -> new TreeSet<>())
                                    .add("all but " + String.join(", ", left))));
        } else {
            texts(statement.path("Action")).forEach(action -> sort(action, service, found));
        }
        var sorted = new TreeMap<String, List<String>>();
        found.forEach((group, actions) -> sorted.put(group, List.copyOf(actions)));
        return sorted;
    }

    private void sort(String action, String service, Map<String, TreeSet<String>> found) {
        var groups = new ArrayList<String>();
        groups(service).forEach((group, names) -> {
            if (names.stream().anyMatch(name -> covers(action, service, name))) {
                groups.add(group);
            }
        });
        if (groups.isEmpty() && action.regionMatches(true, 0, service + ":", 0, service.length() + 1)) {
            groups.add(OTHERWISE);
        }
        groups.forEach(it -> found.computeIfAbsent(it, any -> new TreeSet<>()).add(action));
    }

    private Map<String, List<String>> groups(String service) {
        return Objects.requireNonNull(services.get(service)).groups();
    }

    private static boolean covers(String glob, String service, String name) {
        return PolicyText.covering(glob).test(service + ":" + name);
    }

    private static List<String> texts(JsonNode actions) {
        return PolicyText.many(actions).map(PolicyText::text).sorted().toList();
    }

    private static Actions read() {
        try (var in = Objects.requireNonNull(Actions.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonMapper.builder().build().readValue(in, Actions.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + ": cannot be read", e);
        }
    }
}
