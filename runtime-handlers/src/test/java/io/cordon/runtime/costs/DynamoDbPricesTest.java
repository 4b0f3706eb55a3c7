package io.cordon.runtime.costs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Prices;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class DynamoDbPricesTest {
    private final String model = "test.model-" + UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final DynamoDbPrices prices = new DynamoDbPrices(LocalAws.DYNAMODB, LocalAws.COSTS, new Moving());

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void readsThePriceInForce() {
        seed("2026-10", "700000");
        seed("2026-11", "800000");

        assertThat(prices.of(model)).contains(new Price("2026-11", 800_000, 4_000_000, 80_000, 1_000_000));
    }

    @Test
    void asksAgainAfterFiveMinutes() {
        seed("2026-11", "800000");
        prices.of(model);
        seed("2026-12", "900000");

        assertThat(prices.of(model).map(Price::book)).contains("2026-11");
        now = now.plus(Duration.ofMinutes(5));
        assertThat(prices.of(model).map(Price::book)).contains("2026-12");
    }

    @Test
    void findsAPriceAsSoonAsThereIsOne() {
        assertThat(prices.of(model)).isEqualTo(Optional.empty());
        seed("2026-11", "800000");

        assertThat(prices.of(model)).isPresent();
    }

    @Test
    void readsWhatWasJustWritten() {
        seed("2026-11", "800000");
        List<Boolean> consistent = new ArrayList<>();

        new DynamoDbPrices(noting(consistent), LocalAws.COSTS, new Moving()).of(model);

        assertThat(consistent).containsExactly(true, true);
    }

    /** DynamoDB Local always reads consistently, so what was asked for is looked at. */
    @SuppressWarnings("unchecked")
    private DynamoDbClient noting(List<Boolean> consistent) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, arguments) -> {
                    GetItemRequest request = GetItemRequest.builder()
                            .applyMutation((Consumer<GetItemRequest.Builder>) arguments[0])
                            .build();
                    consistent.add(request.consistentRead());
                    return LocalAws.DYNAMODB.getItem(request);
                });
    }

    private void seed(String version, String input) {
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            Map<String, Object> price = Prices.with(Prices.price(model), "inputMicroUsdPerMillionTokens", input);
            Job.named("price-seed").take(waiting.event("Create", Prices.book(version, List.of(price))));
        }
    }

    private final class Moving extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
