package io.cordon.runtime.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the stack that makes a trail says of it, in CloudTrail's own words; empty where nobody knows.
 *
 * @param settings by name
 */
record TrailExpectation(Map<String, Object> settings) {
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};
    private static final String BACK =
            " than its stack says; somebody changed it: deploy the trail's own settings again.";

    static TrailExpectation parse(String json) {
        try {
            return new TrailExpectation(new JsonMapper().readValue(json, SETTINGS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("TRAIL_EXPECTED is no JSON object", e);
        }
    }

    boolean none() {
        return settings.isEmpty();
    }

    /** Where the trail differs. A change may take a moment to be seen everywhere: a deployment looks again. */
    List<TrailFault> faults(String trail, Map<String, Object> found) {
        List<TrailFault> faults = new ArrayList<>();
        boolean counted = Boolean.TRUE.equals(settings.get("counted"));
        if (!new Recording(settings, counted).texts().equals(new Recording(found, counted).texts())) {
            faults.add(differing(trail, "records other events (event selectors)"));
        }
        if (differs("isMultiRegionTrail", found)) {
            faults.add(differing(trail, "records other regions"));
        }
        if (differs("includeGlobalServiceEvents", found)) {
            faults.add(differing(trail, "treats events of global services otherwise"));
        }
        if (differs("cloudWatchLogsLogGroupArn", found)) {
            faults.add(differing(trail, "sends events to another log group, or to none,"));
        }
        if (differs("kmsKeyId", found)) {
            faults.add(differing(trail, "encrypts with another key, or with none,"));
        }
        return faults;
    }

    private boolean differs(String setting, Map<String, Object> found) {
        if (!settings.containsKey(setting)) {
            return false;
        }
        String expected = text(settings, setting);
        String actual = text(found, setting);
        if (expected.contains("alias/")) { // CloudTrail says which key an alias stands for, and never the alias
            return actual.isEmpty();
        }
        return !actual.equals(expected) && !actual.endsWith(":key/" + expected);
    }

    private static String text(Map<String, Object> settings, String name) {
        Object value = settings.get(name);
        return value == null ? "" : value.toString().replaceAll(":\\*$", "");
    }

    private static TrailFault differing(String trail, String what) {
        return new TrailFault("Trail " + trail + " " + what + BACK, true);
    }
}
