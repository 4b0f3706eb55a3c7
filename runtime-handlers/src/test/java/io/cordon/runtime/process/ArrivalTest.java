package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Paper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "a".repeat(32);

    @Test
    void saysWhichVersionOfWhichDocumentArrivedWhen() {
        Arrival arrival = Arrival.read(event("time", "\"2026-11-21T12:00:00Z\""), LocalAws.BUCKET);

        assertThat(arrival.job().value()).isEqualTo(ID);
        assertThat(arrival.version()).isEqualTo("v1_.-~");
        assertThat(arrival.at()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source|'\"aws.s4\"'",
                "detail-type|'\"Object Deleted\"'",
                "detail-type|7",
                "time|'\"yesterday\"'",
                "time|null",
                "detail|null",
                "detail|'[]'",
                "detail|'\"SECRET\"'",
                "detail/bucket/name|'\"another-bucket\"'",
                "detail/bucket|'\"uploads-bucket\"'",
                "detail/object|'{}'",
                "detail/object/key|'\"incoming/SECRET\"'",
                "detail/object/key|'\"outgoing/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"'",
                "detail/object/key|'\"incoming/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/\"'",
                "detail/object/key|'\"incoming/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/x\"'",
                "detail/object/key|'\"incoming/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"'",
                "detail/object/key|'\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"'",
                "detail/object/key|7",
                "detail/object/version-id|null",
                "detail/object/version-id|'\"null\"'",
                "detail/object/version-id|'\"\"'",
                "detail/object/version-id|'\"a b\"'",
                "detail/object/version-id|'{}'",
            })
    void refusesAnythingElse(String field, String value) {
        assertThatThrownBy(() -> Arrival.read(event(field, value), LocalAws.BUCKET))
                .isInstanceOf(NotAnArrival.class)
                .hasMessage("not the arrival of a document")
                .hasNoCause();
    }

    @Test
    void leavesEverythingAsItIsOnAWrongEvent() {
        Clinic clinic = Clinic.withoutPrices();
        int items = Items.all().size();

        Emitted emitted = Emitted.during(() -> assertThatThrownBy(
                        () -> clinic.function().take(Map.of("id", "SE CRET", "detail", "SECRET")))
                .isInstanceOf(NotAnArrival.class));

        assertThat(Items.all()).hasSize(items);
        assertThat(emitted.log().get("outcome").asText()).isEqualTo("UNFINISHED");
        assertThat(emitted.text()).doesNotContain("SECRET").doesNotContain("SE CRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "\"\"", "\"a b\"", "\"a\\nb\"", "{}"})
    void logsOnlyIdsOfEventsThatHoldNoData(String id) {
        assertThat(Arrival.correlationId(event("id", id))).isEmpty();
    }

    @Test
    void hidesItsVersion() {
        assertThat(Arrival.read(event("id", "\"e\""), LocalAws.BUCKET)).hasToString("Arrival[" + ID + "]");
    }

    /** A good event with this in one of its fields. */
    private static Map<String, Object> event(String field, String value) {
        try {
            ObjectNode event = JSON.valueToTree(Paper.arrival("incoming/" + ID, "v1_.-~", 7));
            JsonPointer at = JsonPointer.compile("/" + field);
            JsonNode with = JSON.readTree(value);
            ((ObjectNode) event.at(at.head())).set(at.last().getMatchingProperty(), with);
            return JSON.convertValue(event, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
