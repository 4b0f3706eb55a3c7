package io.cordon.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.constructs.Construct;

/** What CloudTrail must say of a trail, as the JSON that {@code trail-check} compares with its answer. */
final class TrailWatchExpectation {
    static final String NONE = "{}";

    /** Of the 4,096 bytes of an environment; the other variables take less than what is left. */
    private static final int MOST = 3000;
    /** For a name that the deployment alone knows: an ARN of a table under a long name that CloudFormation made. */
    private static final int LENGTH_OF_A_TOKEN = 130;

    private TrailWatchExpectation() {}

    static String of(CfnTrail trail, Construct watch) {
        var stack = Stack.of(watch);
        Map<String, Object> expected = new TreeMap<>();
        put(expected, "advancedEventSelectors", trail.getAdvancedEventSelectors());
        put(expected, "eventSelectors", trail.getEventSelectors());
        if (length(stack.resolve(expected)) > MOST) {
            expected.replaceAll((name, selectors) -> counted(Objects.requireNonNull(stack.resolve(selectors))));
            expected.put("counted", true);
        }
        put(expected, "cloudWatchLogsLogGroupArn", trail.getCloudWatchLogsLogGroupArn());
        put(expected, "includeGlobalServiceEvents", trail.getIncludeGlobalServiceEvents());
        put(expected, "isMultiRegionTrail", trail.getIsMultiRegionTrail());
        put(expected, "kmsKeyId", trail.getKmsKeyId());
        return stack.toJsonString(expected);
    }

    private static void put(Map<String, Object> expected, String setting, @Nullable Object value) {
        if (value != null) {
            expected.put(setting, value);
        }
    }

    private static int length(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(item -> length(item) + 1).sum() + 2;
        }
        if (value instanceof Map<?, ?> map) {
            return isIntrinsic(map)
                    ? LENGTH_OF_A_TOKEN
                    : map.entrySet().stream()
                                    .mapToInt(it -> it.getKey().toString().length() + 4 + length(it.getValue()))
                                    .sum()
                            + 2;
        }
        return String.valueOf(value).length() + 2;
    }

    private static boolean isIntrinsic(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().stream().map(String::valueOf).allMatch(it -> it.equals("Ref") || it.startsWith("Fn::"));
    }

    /** The same, with the number of stores where each was named. */
    private static Object counted(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> counted(Objects.requireNonNull(item)))
                    .toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        var ofStores = map.containsValue("resources.ARN");
        Map<String, Object> counted = new TreeMap<>();
        map.forEach((name, item) -> counted.put(
                name.toString(),
                item instanceof List<?> list && (ofStores || name.equals("values")) ? list.size() : counted(item)));
        return counted;
    }
}
