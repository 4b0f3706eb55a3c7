package io.cordon.runtime.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.costs.Usage;
import io.cordon.runtime.reading.Reading.Answered;
import io.cordon.runtime.reading.Reading.Declined;
import io.cordon.runtime.reading.Reading.Declined.Reason;
import io.cordon.runtime.reading.Reading.Unanswered;
import io.cordon.runtime.reading.Reading.Unusable;
import io.cordon.runtime.reading.Reading.Unusable.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** What a model's reply means; nothing of it is believed before {@link AnswerCheck} has seen it. */
final class BedrockReply {
    /** What newer Claude models say; the SDK has no constant for it. */
    private static final String REFUSAL = "refusal";

    private final Prompt prompt;
    private final AnswerCheck check;

    BedrockReply(Prompt prompt) {
        this.prompt = prompt;
        this.check = new AnswerCheck(prompt.tool());
    }

    Reading read(ConverseResponse reply) {
        if (reply.usage() == null || reply.stopReason() == null || reply.output() == null) {
            return new Unanswered("ReplyIncomplete");
        }
        Usage usage = usage(reply.usage());
        return switch (reply.stopReason()) {
            case TOOL_USE -> answer(toolUses(reply), usage);
            // A window that is full cuts the answer as its own limit does; a document too long for it is refused at
            // once.
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> new Unusable(Fault.CUT, usage);
            case GUARDRAIL_INTERVENED -> new Declined(Reason.GUARDRAIL, prompt.version(), usage);
            case CONTENT_FILTERED, END_TURN, STOP_SEQUENCE -> new Declined(Reason.REFUSAL, prompt.version(), usage);
            default ->
                REFUSAL.equals(reply.stopReasonAsString())
                        ? new Declined(Reason.REFUSAL, prompt.version(), usage)
                        : new Unusable(Fault.MALFORMED, usage);
        };
    }

    private Reading answer(List<ToolUseBlock> uses, Usage usage) {
        if (uses.size() == 1 && prompt.tool().name().equals(uses.get(0).name())) {
            Document input = uses.get(0).input();
            if (input != null && BedrockJson.of(input) instanceof ObjectNode answer && check.accepts(answer)) {
                return new Answered(kind(answer), answer, prompt.version(), usage);
            }
        }
        return new Unusable(Fault.MALFORMED, usage);
    }

    private static Kind kind(ObjectNode answer) {
        return Kind.valueOf(answer.get("kind").textValue().toUpperCase(Locale.ROOT));
    }

    /** What a model thought or said beside its call is nobody's business, and is dropped here. */
    private static List<ToolUseBlock> toolUses(ConverseResponse reply) {
        Message message = reply.output().message();
        return message == null
                ? List.of()
                : message.content().stream()
                        .map(ContentBlock::toolUse)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static Usage usage(TokenUsage usage) {
        return new Usage(
                count(usage.inputTokens()),
                count(usage.outputTokens()),
                count(usage.cacheReadInputTokens()),
                count(usage.cacheWriteInputTokens()));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
