package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.costs.Usage;
import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.BedrockServer.Model;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.reading.Reading.Answered;
import io.cordon.runtime.reading.Reading.Declined;
import io.cordon.runtime.reading.Reading.Unusable;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockReaderTest {
    private final Model model = BedrockServer.model();

    @Test
    void handsOnWhatTheModelFound() {
        Reading reading = Asking.about(model);

        assertThat(reading).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.kind()).isEqualTo(Kind.LAB_RESULTS);
            assertThat(answered.answer()).isEqualTo(Converse.json(Converse.ANSWER));
            assertThat(answered.prompt()).isEqualTo("document-v1");
            assertThat(answered.usage()).isEqualTo(new Usage(1200, 300, 0, 0));
        });
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void countsTokensOfTheCacheToo() {
        model.answering(Converse.calling(Converse.ANSWER)
                .replace("\"totalTokens\"", "\"cacheReadInputTokens\":7,\"cacheWriteInputTokens\":5,\"totalTokens\""));

        assertThat(Asking.about(model))
                .isInstanceOfSatisfying(
                        Answered.class, answered -> assertThat(answered.usage()).isEqualTo(new Usage(1200, 300, 7, 5)));
    }

    @Test
    void ignoresWhatTheModelThinksAndSaysBesideItsCall() {
        model.answering(Converse.stopping(
                "tool_use",
                "{\"reasoningContent\":{\"reasoningText\":{\"text\":\"SECRET\",\"signature\":\"s\"}}}",
                Converse.text("SECRET"),
                Converse.toolUse("record_document", Converse.ANSWER)));

        assertThat(Asking.about(model))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.answer()).isEqualTo(Converse.json(Converse.ANSWER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_tokens", "model_context_window_exceeded"})
    void doesNotTakeHalfAnAnswer(String reason) {
        model.answering(Converse.stopping(reason, Converse.toolUse("record_document", Converse.ANSWER)));

        assertThat(Asking.about(model)).isEqualTo(new Unusable(Unusable.Fault.CUT, new Usage(1200, 300, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "guardrail_intervened, GUARDRAIL",
        "content_filtered, REFUSAL",
        "refusal, REFUSAL",
        "end_turn, REFUSAL",
        "stop_sequence, REFUSAL"
    })
    void takesARefusalForAResult(String reason, Declined.Reason by) {
        model.answering(Converse.stopping(reason, Converse.text("I cannot help with that.")));

        assertThat(Asking.about(model)).isEqualTo(new Declined(by, "document-v1", new Usage(1200, 300, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed_model_output", "malformed_tool_use", "a_reason_of_tomorrow", "tool_use"})
    void takesNothingWithoutAWholeCall(String reason) {
        model.answering(Converse.stopping(reason, Converse.text("{}")));

        assertThat(Asking.about(model)).isEqualTo(malformed());
    }

    @Test
    void takesNoTwoCalls() {
        String call = Converse.toolUse("record_document", Converse.ANSWER);
        model.answering(Converse.stopping("tool_use", call, call));

        assertThat(Asking.about(model)).isEqualTo(malformed());
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, document, pdf",
        "image/png, image, png",
        "image/jpeg, image, jpeg",
        "text/plain, document, txt"
    })
    void sendsEachTypeAsConverseTakesIt(String type, String block, String format) {
        byte[] bytes = {1, 2, 3};

        Asking.about(model, new Content(type, bytes));

        JsonNode sent = model.requests().get(0).at("/messages/0/content/0/" + block);
        assertThat(sent.get("format").textValue()).isEqualTo(format);
        assertThat(sent.at("/source/bytes").textValue())
                .isEqualTo(Base64.getEncoder().encodeToString(bytes));
        assertThat(model.calls(bytes)).isEqualTo(1);
    }

    @Test
    void hasPicturesInAPdfRead() {
        Asking.about(model, new Content("application/pdf", new byte[] {1}));
        Asking.about(model, new Content("text/plain", new byte[] {1}));

        assertThat(model.requests()
                        .get(0)
                        .at("/messages/0/content/0/document/citations/enabled")
                        .booleanValue())
                .isTrue();
        // Converse takes a text with citations for a damaged PDF (github.com/boto/boto3/issues/4726).
        assertThat(model.requests().get(1).findValue("citations")).isNull();
    }

    @Test
    void setsNothingThatAModelOfTheCatalogRefuses() {
        Asking.about(model);

        JsonNode request = model.requests().get(0);
        assertThat(request.get("inferenceConfig")).isEqualTo(Converse.json("{\"maxTokens\":4096}"));
        assertThat(request.at("/toolConfig/toolChoice")).isEqualTo(Converse.json("{\"auto\":{}}"));
        assertThat(request.has("additionalModelRequestFields")).isFalse();
    }

    @Test
    void showsNothingOfTheAnswerWhenPrinted() {
        assertThat(Asking.about(model)).asString().isEqualTo("Answered[LAB_RESULTS]");
    }

    private static Unusable malformed() {
        return new Unusable(Unusable.Fault.MALFORMED, new Usage(1200, 300, 0, 0));
    }
}
