package io.cordon.runtime.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An RFC 9457 problem. Names fields and expected forms, never a value that was sent.
 *
 * @param cause a word of ours for programs that tell problems of one kind apart; empty for none
 */
public record Problem(int status, String kind, String title, String detail, String cause, List<Flaw> errors) {
    /** One thing that is wrong with one field. */
    public record Flaw(String field, String detail) {}

    /** A problem that is not about a field. */
    public Problem(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, List.of());
    }

    /** A problem with these fields. */
    public Problem(int status, String kind, String title, String detail, List<Flaw> errors) {
        this(status, kind, title, detail, "", errors);
    }

    /** The same, and why. */
    public Problem because(String word) {
        return new Problem(status, kind, title, detail, word, errors);
    }

    /** The request is wrong in these ways. */
    public static Problem invalid(Flaw... errors) {
        return invalid(List.of(errors));
    }

    /** The request is wrong in these ways. */
    public static Problem invalid(List<Flaw> errors) {
        return new Problem(400, "invalid-request", "Invalid request", "The request has not the expected form.", errors);
    }

    Reply reply() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:cordon:problem:" + kind);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (!cause.isEmpty()) {
            body.put("cause", cause);
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return new Reply(status, Map.of(), body);
    }
}
