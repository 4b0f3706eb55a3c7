package io.cordon.runtime.costs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.reading.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbLedgerTest {
    private static final Instant AT = Instant.parse("2026-11-30T23:59:59.100900Z");
    private final String owner = "subject-" + UUID.randomUUID();
    private final Call call = Call.by(owner, "a.model", AT);
    private final Ledger ledger = new DynamoDbLedger(
            LocalAws.DYNAMODB, LocalAws.COSTS, Duration.ofDays(365), Clock.fixed(AT.plusSeconds(2), ZoneOffset.UTC));

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void booksACallOutsideTheMonthlyIndexUntilItIsSettled() {
        ledger.open(call);

        assertThat(booking())
                .containsOnlyKeys("PK", "SK", "provider", "modelId", "ttl")
                .containsEntry("modelId", AttributeValue.fromS("a.model"))
                .containsEntry("ttl", AttributeValue.fromN("1827619199"));
    }

    @Test
    void keepsTheMillisecondInTheKeyAndTheMonthInUtc() {
        ledger.open(call);
        ledger.settle(bill(5));

        assertThat(booking())
                .containsEntry("SK", AttributeValue.fromS("CALL#2026-11-30T23:59:59.100Z#" + call.id()))
                .containsEntry("month", AttributeValue.fromS("2026-11"))
                .containsEntry("userId", AttributeValue.fromS(owner))
                .containsEntry("settledAt", AttributeValue.fromS("2026-12-01T00:00:01.100Z"));
    }

    @Test
    void settlesACallOnceWhateverASecondBillSays() {
        ledger.open(call);

        assertThat(ledger.settle(bill(5))).isTrue();
        assertThat(ledger.settle(bill(6))).isFalse();
        assertThat(booking()).containsEntry("totalMicroUsd", AttributeValue.fromN("5"));
    }

    @Test
    void opensNoBookingThatIsSettled() {
        ledger.open(call);
        ledger.settle(bill(5));
        ledger.open(call);

        assertThat(booking()).containsEntry("totalMicroUsd", AttributeValue.fromN("5"));
    }

    @Test
    void settlesNothingThatWasNeverBooked() {
        assertThat(ledger.settle(bill(5))).isFalse();
        assertThat(booking()).isEmpty();
    }

    private Bill bill(long microUsd) {
        return new Bill(call, new Usage(1, 2, 3, 4), Kind.REPORT, 7, Optional.of(new Charge(microUsd, "2026-11")));
    }

    private Map<String, AttributeValue> booking() {
        return LocalAws.DYNAMODB
                .getItem(get -> get.tableName(LocalAws.COSTS)
                        .key(Map.of(
                                "PK", AttributeValue.fromS("USER#" + owner),
                                "SK", AttributeValue.fromS("CALL#2026-11-30T23:59:59.100Z#" + call.id()))))
                .item();
    }
}
