package io.cordon.policies;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a file of policies is wrong and what to write there instead, in one sentence. */
final class JsonProblem {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");
    private static final int SHOWN = 60;

    private JsonProblem() {}

    static String sentence(JsonProcessingException e) {
        return sentence("$", e);
    }

    /** Returns place and mend of a problem in a part of a file. */
    static String sentence(String part, JsonProcessingException e) {
        if (e instanceof JsonMappingException wrong) {
            var path = wrong.getPath().stream()
                    .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("", part, ""));
            return path + ": " + mend(wrong);
        }
        return place(e.getLocation()) + mend(e);
    }

    /** Returns what to say of a key that nobody reads. */
    static String unknownKey(Collection<?> known) {
        return "unknown key; write one of "
                + known.stream()
                        .map(Object::toString)
                        .filter(key -> !key.startsWith("$"))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ", or leave it out";
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static String mend(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownKey(Objects.requireNonNull(unknown.getKnownPropertyIds()));
        }
        if (e instanceof InvalidFormatException wrong) {
            return shown(wrong.getValue()) + "must be " + wanted(wrong.getTargetType());
        }
        if (e instanceof InvalidNullException) {
            return "null; write a value, or leave the key out if the schema lets you";
        }
        if (e instanceof MismatchedInputException wrong) {
            return mismatch(wrong);
        }
        if (e.getCause() instanceof InputCoercionException) {
            return "must be a number nearer to zero";
        }
        return e.getCause() instanceof JsonParseException cause ? syntax(cause) : syntax(e);
    }

    private static String mismatch(MismatchedInputException e) {
        var said = e.getOriginalMessage();
        if (said.startsWith("Missing ")) {
            return "missing; add it";
        }
        if (said.startsWith("Null value for creator property")) {
            return "null; write a value";
        }
        if (said.startsWith("Trailing token")) {
            return "something stands behind the end; remove it";
        }
        return "must be " + wanted(e.getTargetType());
    }

    private static String syntax(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "nested too deeply, or a value too long; write it shorter";
        }
        var said = e.getOriginalMessage();
        var duplicate = DUPLICATE.matcher(said);
        if (duplicate.find()) {
            return "the key " + duplicate.group(1) + " stands twice; remove one";
        }
        return said.startsWith("not UTF-8")
                ? said
                : "no JSON from here on: "
                        + said.replaceFirst("(?s)[\\n(].*", "").strip();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null || Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "an object in braces";
        }
        if (type == LocalDate.class) {
            return "a day as yyyy-MM-dd, such as 2028-11-30";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list in square brackets";
        }
        if (type == boolean.class) {
            return "true or false, without quotes";
        }
        return type == String.class ? "a text in quotes" : "a whole number, without quotes";
    }

    private static String shown(Object value) {
        var text = String.valueOf(value);
        return text.isEmpty() ? "" : (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "; ";
    }
}
