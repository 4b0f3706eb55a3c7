package io.cordon.runtime.trail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a trail records: its selectors, of either kind, as comparable texts without names and order.
 *
 * @param settings holding {@code advancedEventSelectors} or {@code eventSelectors}
 * @param counted whether of stores only the number counts, because their names were too long to hand over
 */
record Recording(Map<String, Object> settings, boolean counted) {
    private static final String MANAGEMENT = "eventCategory equals [Management]";
    private static final String STORES = "resources.ARN";

    /** One text for each selector; a trail that was told nothing records management events. */
    Set<String> texts() {
        List<Map<?, ?>> advanced = list(settings.get("advancedEventSelectors"));
        List<Map<?, ?>> classic = list(settings.get("eventSelectors"));
        if (advanced.isEmpty() && classic.isEmpty()) {
            return Set.of(MANAGEMENT);
        }
        return Stream.concat(
                        advanced.stream().map(this::advanced), classic.stream().flatMap(this::classic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String advanced(Map<?, ?> selector) {
        return joined(list(selector.get("fieldSelectors")).stream().flatMap(this::conditions));
    }

    private Stream<String> conditions(Map<?, ?> field) {
        String name = String.valueOf(field.get("field"));
        return field.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getKey(), "field"))
                .map(entry -> condition(name, String.valueOf(entry.getKey()), entry.getValue()));
    }

    /** The older kind, said in the words of the newer. */
    private Stream<String> classic(Map<?, ?> selector) {
        String kind =
                Objects.requireNonNullElse(selector.get("readWriteType"), "All").toString();
        String only = kind.equals("All") ? "" : condition("readOnly", "equals", List.of(kind.equals("ReadOnly")));
        Object excluded = selector.get("excludeManagementEventSources");
        Stream<String> management = "false".equals(String.valueOf(selector.get("includeManagementEvents")))
                ? Stream.of()
                : Stream.of(joined(Stream.of(MANAGEMENT, only, condition("eventSource", "notEquals", excluded))));
        return Stream.concat(
                management,
                list(selector.get("dataResources")).stream()
                        .map(stores -> joined(Stream.of(
                                "eventCategory equals [Data]",
                                only,
                                condition("resources.type", "equals", List.of(String.valueOf(stores.get("type")))),
                                condition(STORES, "startsWith", stores.get("values"))))));
    }

    private String condition(String field, String operator, @Nullable Object values) {
        String is = operator.equals("equalTo") ? "equals" : operator; // as the CDK calls it
        if (values instanceof List<?> list) {
            return list.isEmpty()
                    ? ""
                    : field + " " + is + " " + (counted && field.equals(STORES) ? list.size() : sorted(list));
        }
        return values == null ? "" : field + " " + is + " " + values;
    }

    private static Set<String> sorted(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String joined(Stream<String> conditions) {
        return conditions.filter(text -> !text.isEmpty()).sorted().collect(Collectors.joining(" and "));
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList()
                : List.of();
    }
}
