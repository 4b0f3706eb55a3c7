package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.policies.BedrockModels;
import io.cordon.policies.LimitPolicy;
import io.cordon.systems.settings.WrongSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model reads a stage's documents, and how much of them at once. */
class ModelSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`reading`: `gpt`} | models.reading: gpt; must be one of [anthropic.claude-sonnet-5-5]; choose",
                "{`longestTextCharacters`: 100001} | models.longestTextCharacters: 100001; must be 1 to 100000",
                "{`longestAnswerTokens`: 8193} | models.longestAnswerTokens: 8193; must be 1000 to 8192 tokens",
                "{`longestAnswerTokens`: 999} | models.longestAnswerTokens: 999; must be 1000 to 8192 tokens",
            })
    void refusesAModelThatIsNotAllowedAndLengthsThatCannotBeProcessed(String models, String message) {
        assertThatThrownBy(() -> SerenyaSettingsTest.stages(
                        Map.of("cordon:serenya:prod", "{\"models\": " + models.replace('`', '"') + "}")))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(message);
    }

    /** At one token for a character, which no text reaches that people write with letters. */
    @Test
    void givesAModelNoTextBeyondWhichItsPriceIsAnother() {
        var shortest = BedrockModels.current().models().stream()
                .mapToInt(model -> model.prices().upToPromptTokens())
                .min()
                .orElseThrow();

        assertThat(LimitPolicy.current().modelTextCharacters().value()).isLessThanOrEqualTo(shortest);
    }

    @Test
    void theFirstModelThatIsAllowedReadsUnlessAnotherIsNamed() {
        var allowed = List.of("anthropic.claude-haiku-5-5", "anthropic.claude-sonnet-5-5");

        assertThat(prod(Map.of("allowed", allowed)).models().readingModel()).isEqualTo("anthropic.claude-haiku-5-5");
        assertThat(prod(Map.of("allowed", allowed, "reading", "anthropic.claude-sonnet-5-5"))
                        .models()
                        .readingModel())
                .isEqualTo("anthropic.claude-sonnet-5-5");
    }

    private static SerenyaSettings prod(Map<String, Object> models) {
        return SerenyaSettingsTest.stages(Map.of("cordon:serenya:prod", Map.of("models", models)))
                .get(1);
    }
}
