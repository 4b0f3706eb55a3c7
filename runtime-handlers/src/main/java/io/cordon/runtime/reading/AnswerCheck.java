package io.cordon.runtime.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether an answer is what was asked for. A model may have obeyed the document in place of its rules, so its answer is
 * trusted no more than the document is: the form is what the tool's own schema says, and every text is plain.
 */
final class AnswerCheck {
    /** Something that a browser or a mail program might act on: a tag, an address, a script. {@code <LOD} is none. */
    private static final Pattern ACTIVE = Pattern.compile(
            "<[/!?a-z][^<>]*[>=]|[a-z][a-z0-9+.-]*://|\\bwww\\.|\\b(javascript|vbscript|mailto|data):\\S",
            Pattern.CASE_INSENSITIVE);

    /** Marks of direction and a mark of byte order: an honest Hebrew or Arabic document has them, and nobody sees them. */
    private static final Pattern MARKS = Pattern.compile("[\\u200e\\u200f\\ufeff]");

    private final JsonSchema schema;

    AnswerCheck(Prompt.Tool tool) {
        // The whole text has to match: Java's own "$" also stands before a last line break.
        SchemaValidatorsConfig whole = SchemaValidatorsConfig.builder()
                .regularExpressionFactory(regex -> Pattern.compile(regex).asMatchPredicate()::test)
                .build();
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tool.inputSchema(), whole);
        // Now, and not with the first document: a snapshot of the function then holds it.
        schema.initializeValidators();
    }

    /** A text without the marks that are no reason to refuse it; they go before the check, so that none hides in it. */
    static String withoutMarks(String text) {
        return MARKS.matcher(text).replaceAll("");
    }

    boolean accepts(JsonNode answer) {
        return schema.validate(answer).isEmpty() && texts(answer).allMatch(AnswerCheck::isPlain);
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : StreamSupport.stream(node.spliterator(), false).flatMap(AnswerCheck::texts);
    }

    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(AnswerCheck::isVisible)
                && !ACTIVE.matcher(text).find();
    }

    /** Controls, halves of characters, and marks that turn or hide text are what nobody reads, and what somebody may be misled by. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> character == 0x200c || character == 0x200d || character == 0x00ad;
            default -> true;
        };
    }
}
