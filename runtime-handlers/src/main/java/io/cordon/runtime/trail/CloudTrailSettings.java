package io.cordon.runtime.trail;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/** Reads an answer of CloudTrail as plain settings, named as CloudFormation's CDK resource names them. */
final class CloudTrailSettings {
    private CloudTrailSettings() {}

    static Map<String, Object> of(SdkPojo answer) {
        Map<String, Object> settings = new TreeMap<>();
        answer.sdkFields().forEach(field -> {
            Object value = field.getValueOrDefault(answer);
            if (value != null) {
                String name = field.memberName();
                settings.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), plain(value));
            }
        });
        return settings;
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(CloudTrailSettings::plain).toList();
        }
        return value instanceof SdkPojo part ? of(part) : value;
    }
}
