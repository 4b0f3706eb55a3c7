package io.cordon.systems.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.HipaaGuardrails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;

/**
 * Values from the context {@code cordon:<system>:<stage>} laid over a stage's own settings.
 *
 * <p>A value is a JSON object, or a text that holds one (as {@code -c} gives it). A key that the settings do not have, or a
 * value of another type, is a problem: a misspelt safeguard must not be silently absent.
 *
 * @param system the system's name in the context
 * @param values the override of each stage, by stage
 * @param problems what is wrong so far; later checks add theirs
 */
public record Overrides(String system, Map<String, JsonNode> values, List<Problem> problems) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The context key that names the repository that deploys, {@code owner/name}. */
    public static final String REPOSITORY = "cordon:repository";

    private static final List<String> OTHERS =
            List.of(HipaaGuardrails.AS_OF, HipaaGuardrails.EXCEPTIONS, DataClass.ALLOW_DELETION, REPOSITORY);

    /** Reads the overrides of {@code system}; {@code stages} are the only ones it has. */
    public static Overrides read(App app, String system, List<String> stages) {
        var overrides = new Overrides(system, new TreeMap<>(), new ArrayList<>());
        var prefix = "cordon:" + system + ":";
        var context = JSON.convertValue(app.getNode().getAllContext(), JsonNode.class);
        context.fields().forEachRemaining(entry -> {
            var key = entry.getKey();
            if (key.startsWith(prefix)) {
                overrides.add(key, key.substring(prefix.length()), entry.getValue(), stages);
            } else if (key.startsWith("cordon:") && !OTHERS.contains(key)) {
                overrides.problems.add(new Problem(
                        key,
                        "unknown context key",
                        "must be " + prefix + "<stage> or one of " + String.join(", ", OTHERS),
                        "correct or remove the key"));
            }
        });
        return overrides;
    }

    /**
     * Returns {@code defaults} with the stage's override laid over them.
     *
     * @param fixed keys that no override may change
     */
    public <T extends Record> T over(T defaults, String stage, String... fixed) {
        var tree = (ObjectNode) JSON.valueToTree(defaults);
        var given = values.get(stage);
        if (given != null) {
            var open = tree.deepCopy().<ObjectNode>without(List.of(fixed));
            merge(open, given, new Place(context(stage), ""));
            tree.setAll(open);
        }
        return JSON.convertValue(tree, JSON.getTypeFactory().constructType(defaults.getClass()));
    }

    /** Returns the context key of a stage. */
    public String context(String stage) {
        return "cordon:" + system + ":" + stage;
    }

    private void add(String key, String stage, JsonNode value, List<String> stages) {
        if (!stages.contains(stage)) {
            problems.add(new Problem(
                    key, "unknown stage", "must be one of " + String.join(", ", stages), "correct or remove the key"));
            return;
        }
        var object = value.isTextual() ? parse(value.asText()) : value;
        if (object.isObject()) {
            values.put(stage, object);
        } else {
            problems.add(new Problem(
                    key,
                    "not a JSON object",
                    "must be an object of settings",
                    "write {\"uploads\": {\"expiryDays\": 2}}, quoted for your shell"));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    private void merge(ObjectNode onto, JsonNode given, Place at) {
        given.fields().forEachRemaining(entry -> {
            var place = at.below(entry.getKey());
            var known = onto.get(entry.getKey());
            var value = entry.getValue();
            if (known == null) {
                var names = new ArrayList<String>();
                onto.fieldNames().forEachRemaining(names::add);
                problems.add(new Problem(
                        place.toString(),
                        "unknown key",
                        "must be one of " + String.join(", ", names),
                        "correct or remove the key"));
            } else if (known.isObject() && value.isObject()) {
                merge((ObjectNode) known, value, place);
            } else if (fits(known, value)) {
                onto.set(entry.getKey(), value);
            } else {
                problems.add(
                        new Problem(place.toString(), kind(value), "must be " + kind(known), "write it as " + known));
            }
        });
    }

    private static boolean fits(JsonNode known, JsonNode value) {
        if (known.isNull()) {
            return value.isTextual() || value.isNull();
        }
        if (known.isArray()) {
            return value.isArray() && textsOnly(value);
        }
        return (known.isTextual() && value.isTextual())
                || (known.isBoolean() && value.isBoolean())
                || (known.isIntegralNumber() && value.isIntegralNumber() && value.canConvertToInt());
    }

    private static boolean textsOnly(JsonNode array) {
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static String kind(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() && value.canConvertToInt() ? "a whole number" : "not a whole number";
        }
        if (value.isArray()) {
            return textsOnly(value) ? "a list of texts" : "a list of something else";
        }
        return "a " + value.getNodeType().name().toLowerCase(Locale.ROOT).replace("string", "text");
    }

    private record Place(String context, String path) {
        Place below(String key) {
            return new Place(context, path.isEmpty() ? key : path + "." + key);
        }

        @Override
        public String toString() {
            return context + " " + path;
        }
    }
}
