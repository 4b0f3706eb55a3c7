package io.cordon.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.compliance.HipaaGuardrails;
import io.cordon.policies.AsOf;
import io.cordon.policies.BedrockModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aws;

class ModelCatalogTest {
    private static final LocalDate PINNED = LocalDate.parse("2026-11-21");
    private static final ModelCatalog CATALOG = ModelCatalog.at(PINNED);
    private static final String LEGACY = "anthropic.claude-opus-4-1-20250805-v1:0";

    @Test
    void theDefaultModelHasHalfAYearLeftAndNoWarning() {
        var model = CATALOG.defaultModel();

        assertThat(model.policy().ends().daysLeft(PINNED))
                .isGreaterThanOrEqualTo(
                        BedrockModels.current().defaultLifeDays().value());
        assertThat(model.warning()).isEmpty();
        assertThat(model.in(ModelCatalog.defaultGeography()).id()).isEqualTo("eu." + model.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic.claude-3-5-sonnet-20241022-v2:0 | Claude 3.5 Sonnet v2 ended on 2026-07-30; take anthropic.claude-sonnet-5-5
            anthropic.claude-3-haiku-20240307-v1:0    | Claude 3 Haiku ended on 2026-09-10; take anthropic.claude-haiku-5-5
            anthropic.claude-fable-5-1                | keeps what it is given for 30 days and may share it with its provider; take anthropic.claude-opus-5-5
            global.anthropic.claude-sonnet-5-5        | a global one leaves every geography; write anthropic.claude-sonnet-5-5
            us.anthropic.claude-sonnet-5-5            | follows from the geography; write anthropic.claude-sonnet-5-5
            global.anthropic.claude-fable-5           | a global one leaves every geography; write anthropic.claude-fable-5
            anthropic.claude-sonnet-6-0               | not in policies/bedrock/models.json; one such as [anthropic.claude-sonnet-
            anthropic.claude-*                        | not in policies/bedrock/models.json
            ''                                        | not in policies/bedrock/models.json
            """)
    void saysWhyAModelIsRefusedAndWhatToTake(String id, String sentence) {
        assertThatThrownBy(() -> CATALOG.model(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model: " + id + "; ")
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesAModelFromTheDayOfItsAnnouncedEnd() {
        assertThat(ModelCatalog.at(LocalDate.parse("2027-01-07")).model(LEGACY).warning())
                .isEqualTo("Model " + LEGACY + " ends on 2027-01-08, in 1 day; move to anthropic.claude-opus-5-5.");
        assertThatThrownBy(() -> ModelCatalog.at(LocalDate.parse("2027-01-08")).model(LEGACY))
                .hasMessageContaining("ended on 2027-01-08, and this is 2027-01-08; take anthropic.claude-opus-5-5");
    }

    @Test
    void warnsOfAModelThatEndsWithinAQuarter() {
        assertThat(CATALOG.model("anthropic.claude-sonnet-4-6").warning())
                .contains("may end from 2027-02-17, in 88 days; move to anthropic.claude-sonnet-5-5");
        assertThat(CATALOG.model("anthropic.claude-haiku-4-5-20251001-v1:0").warning())
                .contains("may end on any day, with notice: its life was promised until 2026-10-16");
    }

    @Test
    void namesProfileAndDestinationsOfAGeography() {
        var profile = CATALOG.model("anthropic.claude-sonnet-4-6").in("eu");

        assertThat(profile.id()).isEqualTo("eu.anthropic.claude-sonnet-4-6");
        assertThat(profile.destinations()).contains("eu-west-1").allMatch(region -> region.startsWith("eu-"));
        assertThatThrownBy(() -> CATALOG.model(LEGACY).in("eu"))
                .hasMessageContaining("it has profiles in [us] and none in eu")
                .hasMessageContaining("take anthropic.claude-sonnet-5-5");
    }

    @Test
    void listsWhatAnswersInAGeography() {
        assertThat(CATALOG.models("eu"))
                .extracting(Model::id)
                .contains("anthropic.claude-sonnet-5-5")
                .doesNotContain(LEGACY);
        assertThat(CATALOG.models("us")).extracting(Model::id).contains(LEGACY);
        assertThatThrownBy(() -> CATALOG.models("global")).hasMessageContaining("geography: global; one of [eu, us]");
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThat(CATALOG.problems(
                        List.of("anthropic.claude-sonnet-5-5", LEGACY, "anthropic.claude-mythos-5", Aws.STACK_NAME),
                        "eu",
                        "us-east-1"))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("region: us-east-1; eu is [eu-central-1");
        assertThat(CATALOG.problems(List.of(), "eu", Aws.REGION)).isEmpty();
        assertThat(CATALOG.problems(List.of(), "mars", "eu-west-1")).hasSize(1);
    }

    @Test
    void takesTheDayFromTheContextThatTheGateReads() {
        var app = new App(AppProps.builder()
                .context(Map.of(HipaaGuardrails.AS_OF, "2027-01-08"))
                .build());

        assertThat(HipaaGuardrails.AS_OF).isEqualTo(AsOf.CONTEXT);
        assertThatThrownBy(() -> ModelCatalog.of(app).model(LEGACY)).hasMessageContaining("ended");
        assertThat(ModelCatalog.current().defaultModel()).isNotNull();
    }
}
