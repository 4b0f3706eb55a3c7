package io.cordon.runtime.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.Prices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceSeedTest {
    private final Job job = Job.named("price-seed");
    private final String model = "amazon.nova-" + UUID.randomUUID();

    @Test
    void keepsTheBookAndPointsToIt() {
        assertThat(status(answer("Create", Prices.book("2026-11", model)))).isEqualTo("SUCCESS");

        var book = Prices.kept(model, "BOOK#2026-11");
        assertThat(book.get("inputMicroUsdPerMillionTokens")).isEqualTo("800000");
        assertThat(book.get("outputMicroUsdPerMillionTokens")).isEqualTo("4000000");
        assertThat(book.get("cacheReadMicroUsdPerMillionTokens")).isEqualTo("80000");
        assertThat(book.get("cacheWriteMicroUsdPerMillionTokens")).isEqualTo("1000000");
        assertThat(book.get("priceBookVersion")).isEqualTo("2026-11");
        assertThat(Prices.kept(model, "CURRENT").get("priceBookVersion")).isEqualTo("2026-11");
    }

    @Test
    void writesTheSameBookAgainAndAnOlderOneBack() {
        answer("Create", Prices.book("1", model));
        answer("Update", Prices.book("2", dearer()));
        assertThat(status(answer("Update", Prices.book("2", dearer())))).isEqualTo("SUCCESS");
        assertThat(Prices.kept(model, "CURRENT").get("priceBookVersion")).isEqualTo("2");
        assertThat(Prices.kept(model, "BOOK#1").get("inputMicroUsdPerMillionTokens"))
                .isEqualTo("800000");

        assertThat(status(answer("Update", Prices.book("1", model)))).isEqualTo("SUCCESS");
        assertThat(Prices.kept(model, "CURRENT").get("priceBookVersion")).isEqualTo("1");
    }

    @Test
    void neverChangesABookThatWasWritten() {
        answer("Create", Prices.book("1", model));

        JsonNode answer = answer("Update", Prices.book("1", dearer()));

        assertThat(status(answer)).isEqualTo("FAILED");
        assertThat(answer.get("Reason").asText())
                .isEqualTo("Version 1 has another price already for " + model
                        + "; what was charged by it must stay provable; give the new prices a new version.");
        assertThat(Prices.kept(model, "BOOK#1").get("inputMicroUsdPerMillionTokens"))
                .isEqualTo("800000");
    }

    @Test
    void leavesEveryPriceWhenItIsDeleted() {
        answer("Create", Prices.book("1", model));

        assertThat(status(answer("Delete", Prices.book("1", model)))).isEqualTo("SUCCESS");
        assertThat(Prices.kept(model, "CURRENT").attributes()).isNotEmpty();
    }

    @Test
    void keepsMoreModelsThanOneTransactionTakes() {
        String[] many = IntStream.range(0, 130).mapToObj(i -> model + "-" + i).toArray(String[]::new);

        assertThat(status(answer("Create", Prices.book("1", many)))).isEqualTo("SUCCESS");
        assertThat(Prices.kept(many[129], "CURRENT").attributes()).isNotEmpty();
    }

    @Test
    void readsNumbersToo() {
        var price = Prices.with(Prices.price(model), "inputMicroUsdPerMillionTokens", 7);

        assertThat(status(answer("Create", Prices.book("1", List.of(price))))).isEqualTo("SUCCESS");
        assertThat(Prices.kept(model, "BOOK#1").get("inputMicroUsdPerMillionTokens"))
                .isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({"-1", "0.5", "1e6", "1000000000001", "''", "01", "NaN", "9999999999999999999999"})
    void refusesANumberThatIsNoPriceAndWritesNothing(String number) {
        var wrong = Prices.with(Prices.price(model + "-wrong"), "outputMicroUsdPerMillionTokens", number);

        JsonNode answer = answer("Create", Prices.book("1", List.of(Prices.price(model), wrong)));

        assertThat(status(answer)).isEqualTo("FAILED");
        assertThat(answer.get("Reason").asText())
                .isEqualTo(model + "-wrong: outputMicroUsdPerMillionTokens is no whole number from 0 to 10^12;"
                        + " write millionths of a dollar for a million tokens.");
        assertThat(Prices.kept(model, "BOOK#1").attributes()).isEmpty();
    }

    @Test
    void listsAllThatIsWrongWithABook() {
        var half = Prices.price(model);
        half.remove("cacheReadMicroUsdPerMillionTokens");
        var prices = List.of(half, Prices.price(model), Prices.with(half, "model", "PRICE# x"));

        assertThat(answer("Create", Prices.book("1", prices)).get("Reason").asText())
                .isEqualTo(model + ": cacheReadMicroUsdPerMillionTokens is missing; write millionths of a dollar for a"
                        + " million tokens. " + model + " is there twice; keep one price."
                        + " Prices[2].model is missing or no id of a model; write it as Bedrock does.");
    }

    @Test
    void refusesABookWithoutVersionOrPrices() {
        assertThat(answer("Create", Map.of("Prices", List.of())).get("Reason").asText())
                .startsWith("Version is missing");
        assertThat(answer("Create", Map.of("Version", "1")).get("Reason").asText())
                .isEqualTo("Prices is empty; list one price for each model.");
    }

    private List<Map<String, Object>> dearer() {
        return List.of(Prices.with(Prices.price(model), "inputMicroUsdPerMillionTokens", "900000"));
    }

    private JsonNode answer(String type, Map<String, Object> properties) {
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            job.take(waiting.event(type, properties));
            return waiting.answer();
        }
    }

    private static String status(JsonNode answer) {
        return answer.get("Status").asText();
    }
}
