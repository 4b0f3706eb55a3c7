package io.cordon.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Replies of Converse, as they are on the wire; each reports 1,200 tokens read and 300 written. */
public final class Converse {
    /** A good answer about results of a laboratory. */
    public static final String ANSWER = """
            {"kind":"lab_results","language":"de","legibility":"complete","title":"Laborbefund",
             "summary":"Ein Laborbefund mit zwei Werten.","issuedOn":"2026-11-03",
             "findings":[
               {"name":"Leukozyten","value":"11,2","unit":"10^9/l","referenceRange":"4,0 - 10,0","flag":"high"},
               {"name":"CRP","value":"<0,5","unit":"mg/l","flag":"none","note":"Serum"}]}
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private Converse() {}

    /** The model calls our tool so. */
    public static String calling(String input) {
        return calling("record_document", input);
    }

    /** The model calls a tool so. */
    public static String calling(String tool, String input) {
        return stopping("tool_use", toolUse(tool, input));
    }

    /** The model says this and calls nothing. */
    public static String saying(String text) {
        return stopping("end_turn", text(text));
    }

    /** The model stops for this reason, after these blocks. */
    public static String stopping(String reason, String... blocks) {
        return """
                {"output":{"message":{"role":"assistant","content":[%s]}},"stopReason":"%s",
                 "usage":{"inputTokens":1200,"outputTokens":300,"totalTokens":1500},"metrics":{"latencyMs":42}}
                """.formatted(String.join(",", blocks), reason);
    }

    /** A block that calls a tool. */
    public static String toolUse(String tool, String input) {
        return "{\"toolUse\":{\"toolUseId\":\"tooluse_1\",\"name\":\"" + tool + "\",\"input\":" + input + "}}";
    }

    /** A block of text. */
    public static String text(String text) {
        return JSON.createObjectNode().put("text", text).toString();
    }

    /** The good answer with this in one of its fields, or in a field of its first finding: {@code findings/0/value}. */
    public static String answerWith(String field, Object value) {
        ObjectNode answer = (ObjectNode) json(ANSWER);
        int slash = field.lastIndexOf('/');
        ObjectNode holder = slash < 0 ? answer : (ObjectNode) answer.at("/" + field.substring(0, slash));
        holder.set(field.substring(slash + 1), JSON.valueToTree(value));
        return answer.toString();
    }

    /** The good answer without one of its fields. */
    public static String answerWithout(String field) {
        return ((ObjectNode) json(ANSWER)).without(field).toString();
    }

    /** JSON that is well-formed. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
