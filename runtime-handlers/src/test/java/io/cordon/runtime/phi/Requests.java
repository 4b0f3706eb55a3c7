package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.runtime.WrongRequests;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.Event;
import java.util.List;

/** Requests that bring a person's words along. */
final class Requests {
    /** What callers, browsers, and whoever stands between may set. */
    private static final List<String> HEADERS = List.of(
            "User-Agent",
            "Referer",
            "Cookie",
            "Origin",
            "From",
            "X-Forwarded-For",
            "X-Amzn-Trace-Id",
            "X-Amzn-RequestId",
            "X-Correlation-Id",
            "X-Request-Id",
            "traceparent",
            "baggage",
            "X-Amz-Meta-Patient",
            "X-Amz-Tagging",
            "Accept-Language");

    private Requests() {}

    /** The request with the words wherever they change nothing about it. */
    static Event telling(Event event, Person person) {
        HEADERS.forEach(header -> event.header(header, person.told()));
        event.header(person.code(), person.told());
        return event.but(raw -> {
            ObjectNode context = raw.withObject("/requestContext");
            context.put("path", person.told()).put("requestId", person.told());
            context.withObject("/identity").put("userAgent", person.told()).put("user", person.mail());
            if (context.has("authorizer")) {
                context.withObject("/authorizer").put("email", person.mail()).put("name", person.name());
            }
            raw.put("path", "/" + person.told());
            if (!raw.has("httpMethod")) { // which API Gateway says together with the route
                raw.put("resource", person.told());
            }
            raw.putObject("queryStringParameters").put("patient", person.told()).put(person.mail(), "");
            raw.putObject("multiValueQueryStringParameters").putArray("patient").add(person.told());
            raw.putObject("stageVariables").put("patient", person.told());
        });
    }

    /** A wrong request whose own words are the person's. */
    static Event wrong(WrongRequests.Row row, Person person) {
        String words = TextNode.valueOf(person.told()).toString();
        String within = words.substring(1, words.length() - 1);
        telling(row.event(), person);
        return row.event().but(raw -> {
            String changed = raw.toString().replace(WrongRequests.MARK, within);
            raw.removeAll();
            raw.setAll((ObjectNode) Converse.json(changed));
        });
    }
}
