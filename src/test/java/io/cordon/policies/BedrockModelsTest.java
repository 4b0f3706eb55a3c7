package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.policies.PriceBook.ModelPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BedrockModelsTest {
    private static final BedrockModels LIST = BedrockModels.current();
    private static final LocalDate PINNED = LocalDate.parse("2026-11-21");

    @Test
    void everyModelIsListedOnceAndInOrder() {
        assertThat(LIST.models()).extracting(ModelPolicy::id).isSorted();
        assertThat(Stream.of(
                                LIST.models().stream().map(ModelPolicy::id),
                                LIST.ended().stream().map(BedrockModels.Ended::id),
                                LIST.withheld().stream().map(BedrockModels.Withheld::id))
                        .flatMap(ids -> ids))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyProfileIsThatOfItsModelAndStaysInItsGeography() {
        for (var model : LIST.models()) {
            model.profiles().forEach((geography, profile) -> {
                assertThat(profile.id()).isEqualTo(geography + "." + model.id());
                assertThat(LIST.geography(geography).orElseThrow().regions())
                        .as(profile.id())
                        .containsExactlyElementsOf(profile.destinations());
            });
        }
    }

    @Test
    void noModelThatMaySeePhiKeepsOrSharesIt() {
        assertThat(LIST.models()).noneMatch(ModelPolicy::sharesWithProvider).allMatch(it -> it.retainsDays() == 0);
        assertThat(LIST.withheld()).allMatch(it -> it.sharesWithProvider() || it.retainsDays() > 0);
    }

    @Test
    void everySuccessorIsAModelThatAnswers() {
        assertThat(Stream.of(
                                LIST.ended().stream().map(BedrockModels.Ended::successor),
                                LIST.withheld().stream().map(BedrockModels.Withheld::successor),
                                LIST.models().stream().map(LIST::successor),
                                Stream.of(LIST.defaultModel()))
                        .flatMap(ids -> ids))
                .allSatisfy(id -> assertThat(LIST.model(id))
                        .as(id)
                        .get()
                        .matches(it -> !it.ends().isOver(PINNED)));
    }

    @Test
    void theDefaultModelHasHalfAYearOfPublishedLife() {
        var model = LIST.model(LIST.defaultModel()).orElseThrow();

        assertThat(model.ends().daysLeft(PINNED))
                .isGreaterThanOrEqualTo(LIST.defaultLifeDays().value());
        assertThat(model.profiles()).containsKey(LIST.defaultGeography());
    }

    @Test
    void whatCouldNotBeVerifiedIsSaid() {
        assertThat(LIST.models())
                .filteredOn(model -> !model.verified())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.why()).containsIgnoringCase("not"));
    }

    @Test
    void aModelWhoseEarliestEndIsOverStillAnswers() {
        var ends = new ModelPolicy.Ends(PINNED, ModelPolicy.Certainty.EARLIEST);

        assertThat(ends.isOver(PINNED.plusYears(1))).isFalse();
        assertThat(new ModelPolicy.Ends(PINNED, ModelPolicy.Certainty.ANNOUNCED).isOver(PINNED))
                .isTrue();
    }

    @Test
    void pricesAreOrderedAndTheirVersionChangesWithThem() {
        var book = PriceBook.current();

        assertThat(book.prices()).extracting(ModelPrice::model).isSorted().hasSameSizeAs(LIST.models());
        assertThat(book.prices())
                .allSatisfy(price -> assertThat(price.cacheReadMicroUsdPerMillionTokens())
                        .isLessThan(price.inputMicroUsdPerMillionTokens()));
        assertThat(book.version())
                .matches("[0-9a-f]{16}")
                .isEqualTo(PriceBook.current().version());
    }

    @Test
    void aBookOfYourOwnIsNamedByItsPricesAlone() {
        var one = new ModelPrice("one", 3, 15, 1, 4);
        var two = new ModelPrice("two", 3, 15, 1, 4);
        var book = PriceBook.of(List.of(two, one));

        // printf 'one 3 15 1 4\ntwo 3 15 1 4\n' | sha256sum
        assertThat(book).isEqualTo(new PriceBook("9d41c78594914d8a", List.of(one, two)));
        assertThat(PriceBook.of(List.of(one, two)).version()).isEqualTo(book.version());
        assertThat(PriceBook.of(List.of(one, new ModelPrice("two", 3, 15, 4, 1)))
                        .version())
                .isNotEqualTo(book.version());
    }

    @Test
    void theSchemaRefusesGlobalProfilesAndModelsThatShare() {
        var wrong = List.<Consumer<ObjectNode>>of(
                model -> model.put("sharesWithProvider", true),
                model -> model.put("retainsDays", 30),
                model -> model.withObject("/profiles/eu").put("id", "global.anthropic.claude-haiku-5-5"),
                model -> model.withObject("/prices").put("inputMicroUsdPerMillionTokens", 0.5),
                model -> model.withObject("/ends").put("certainty", "perhaps"),
                model -> model.remove("source"));

        for (var change : wrong) {
            var json = (ObjectNode) PolicyData.json(PolicyData.text("bedrock/models.json"));
            change.accept((ObjectNode) json.at("/models/0"));
            assertThat(PolicyData.problems("models.schema.json", json.toString()))
                    .isNotEmpty()
                    .allMatch(problem -> problem.contains("models[0]"));
        }
    }
}
