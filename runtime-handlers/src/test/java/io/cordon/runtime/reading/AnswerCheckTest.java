package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.BedrockServer.Model;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.reading.Reading.Answered;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    private static final ObjectNode SCHEMA = Prompt.current().tool().inputSchema();
    private static final AnswerCheck CHECK = new AnswerCheck(Prompt.current().tool());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<0,5",
                "< 0.5",
                "<LOD",
                ">1000",
                "11,2 (4,0 - 10,0) *",
                "1-0-1-0, nach dem Essen",
                "Hb A1c: 5,4 %; p<0.05",
                "10⁹/l µg/dl ↑ ½",
                "Γλυκόζη: 98",
                "غلوكوز ٩٨",
                "می‌خواهم",
                "血糖 98",
                "\uD83D\uDC89",
                "first line\nsecond line",
                "Ca²⁺ & Mg²⁺ \"frei\""
            })
    void takesWhatIsReallyPrinted(String value) {
        assertThat(CHECK.accepts(Converse.json(Converse.answerWith("findings/0/value", value))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Ab", "a\u202Bb", "a\u202Db", "a\u202Eb", "a\u2066b", "a\u2067b", "a\u2068b"})
    void refusesWhatTurnsText(String value) {
        assertThat(CHECK.accepts(Converse.json(Converse.answerWith("findings/0/value", value))))
                .isFalse();
    }

    @Test
    void leavesOutTheMarksOfDirectionThatHonestTextsHave() {
        Model model = BedrockServer.model();
        model.answering(Converse.calling(Converse.answerWith("summary", "\uFEFF\u200Fגלוקוז\u200E 98")));

        assertThat(Asking.about(model))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.answer().get("summary").textValue())
                                .isEqualTo("גלוקוז 98"));
    }

    @Test
    void refusesAnythingThatNestsForever() {
        String deep = "[".repeat(900) + "]".repeat(900);

        assertThat(CHECK.accepts(Converse.json(deep))).isFalse();
    }

    @Test
    void knowsEveryKindThatAModelMayName() {
        assertThat(SCHEMA.at("/properties/kind/enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.UNKNOWN)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void leavesNothingOpenInTheSchema() {
        for (JsonNode object : SCHEMA.findParents("properties")) {
            assertThat(object.get("additionalProperties")).isEqualTo(Converse.json("false"));
            for (JsonNode property : object.get("properties")) {
                assertThat(property.has("maxLength") || property.has("maxItems") || property.has("enum"))
                        .as(property.toString())
                        .isTrue();
            }
        }
    }
}
