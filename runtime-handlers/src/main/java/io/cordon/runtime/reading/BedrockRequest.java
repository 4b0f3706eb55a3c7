package io.cordon.runtime.reading;

import io.cordon.runtime.jobs.DocumentType;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.AutoToolChoice;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

/**
 * How a model is asked, by Converse, so that one form serves every model of the catalog.
 *
 * <p>The tool is offered and not forced: Claude Sonnet 5.5 and its siblings answer a forced one with an error
 * (https://platform.claude.com/docs/en/models/sonnet-5-5/whats-new-sonnet-5-5), and so do models while they think. What
 * they answer in place of calling it counts as a refusal. No temperature either, for the same reason.
 */
final class BedrockRequest {
    /** Says nothing: a name could carry instructions, as AWS warns (API_runtime_DocumentBlock). */
    private static final String NAME = "document";

    private final Prompt prompt;
    private final ToolConfiguration tools;

    BedrockRequest(Prompt prompt) {
        this.prompt = prompt;
        this.tools = ToolConfiguration.builder()
                .tools(Tool.fromToolSpec(spec -> spec.name(prompt.tool().name())
                        .description(prompt.tool().description())
                        .inputSchema(schema ->
                                schema.json(BedrockJson.of(prompt.tool().inputSchema())))))
                .toolChoice(choice -> choice.auto(AutoToolChoice.builder().build()))
                .build();
    }

    ConverseRequest.Builder about(Content content) {
        return ConverseRequest.builder()
                .system(SystemContentBlock.fromText(prompt.system()))
                .messages(Message.builder()
                        .role(ConversationRole.USER)
                        .content(block(content), ContentBlock.fromText(prompt.user()))
                        .build())
                .toolConfig(tools);
    }

    private static ContentBlock block(Content content) {
        DocumentType type = DocumentType.of(content.type()).orElseThrow();
        SdkBytes bytes = SdkBytes.fromByteArrayUnsafe(content.bytes());
        return switch (type) {
            case JPEG, PNG ->
                ContentBlock.fromImage(image -> image.format(type.format()).source(source -> source.bytes(bytes)));
            case TEXT ->
                ContentBlock.fromDocument(
                        document -> document.name(NAME).format(type.format()).source(source -> source.bytes(bytes)));
            // Without citations Converse hands Claude the text of a PDF only, and a scan has none
            // (https://platform.claude.com/docs/en/build-with-claude/pdf-support).
            case PDF ->
                ContentBlock.fromDocument(document -> document.name(NAME)
                        .format(type.format())
                        .source(source -> source.bytes(bytes))
                        .citations(citations -> citations.enabled(true)));
        };
    }
}
