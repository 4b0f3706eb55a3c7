package io.cordon.runtime.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.http.Problem.Flaw;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads strict JSON: small, shallow, valid Unicode, one value, no key twice. */
final class JsonBody {
    private static final int LARGEST = 4096;
    private static final int DEEPEST = 8;
    private static final Pattern JSON =
            Pattern.compile("application/json( *; *charset=\"?utf-8\"?)? *", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    static ObjectNode read(Request request, @Nullable String body, boolean base64) {
        if (!JSON.matcher(request.header("Content-Type").orElse("")).matches()) {
            throw new Refusal(new Problem(
                    415, "not-json", "Unsupported media type", "Content-Type must be application/json in UTF-8."));
        }
        String text = body == null ? "" : body;
        if (text.length() > LARGEST * (base64 ? 2 : 1)) {
            throw tooLarge();
        }
        byte[] bytes = base64 ? decoded(text) : encoded(text);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return object(characters(bytes));
    }

    private static ObjectNode object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Its message quotes the input: it goes no further.
        }
        throw invalid("must be one JSON object, nested at most " + DEEPEST + " deep, with no key twice");
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid("must be valid Base64 when it is marked as Base64");
        }
    }

    private static byte[] encoded(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw invalid("must be valid Unicode");
        }
    }

    private static String characters(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("must be valid UTF-8");
        }
    }

    private static Refusal invalid(String detail) {
        return new Refusal(Problem.invalid(new Flaw("body", detail)));
    }

    private static Refusal tooLarge() {
        return new Refusal(
                new Problem(413, "body-too-large", "Too large", "The body may have at most " + LARGEST + " bytes."));
    }
}
