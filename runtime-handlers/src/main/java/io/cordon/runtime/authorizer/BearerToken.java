package io.cordon.runtime.authorizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.authorizer.Refused.Fault;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the one bearer token of a request (RFC 6750); the scheme's case does not matter, all else does. */
final class BearerToken {
    /** API Gateway takes 10,240 bytes of headers; our tokens have less than 1,000. */
    static final int LONGEST = 8192;

    private static final Pattern FORM = Pattern.compile("(?i:bearer) ([A-Za-z0-9_.-]{1," + LONGEST + "})");

    private BearerToken() {}

    /** From the event of a REQUEST authorizer. Only {@code multiValueHeaders} shows a header that was sent twice. */
    static String of(JsonNode event) {
        List<JsonNode> values = sent(event.path("multiValueHeaders"))
                .flatMap(header -> header.isArray() ? header.valueStream() : Stream.of(header))
                .toList();
        if (values.isEmpty()) {
            values = sent(event.path("headers")).toList();
        }
        if (values.size() != 1) {
            throw new Refused(Fault.HEADER);
        }
        Matcher header = FORM.matcher(values.get(0).asText());
        if (!header.matches()) {
            throw new Refused(Fault.HEADER);
        }
        return header.group(1);
    }

    private static Stream<JsonNode> sent(JsonNode headers) {
        return headers.propertyStream()
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .map(Map.Entry::getValue);
    }
}
