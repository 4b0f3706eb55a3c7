package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Paper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTest {
    private final Clinic clinic = Clinic.open();

    /** The first bytes of each type; what follows is a model's business. */
    @ParameterizedTest
    @CsvSource({
        "text/plain,TGV1a296eXRlbiAxMSwy",
        "application/pdf,JVBERi0xLjcK",
        "image/png,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1Pe",
        "image/jpeg,/9j/wAALCAABAAEBAREA/9k=",
    })
    void keepsWhatTheModelFoundAndDeletesTheDocument(String type, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        Paper paper = clinic.receives(type, bytes);

        clinic.processes(paper);

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
        JsonNode result = paper.outcome("result.json");
        assertThat(result.get("schema").intValue()).isEqualTo(1);
        assertThat(result.at("/answer/outcome").asText()).isEqualTo("answered");
        assertThat(result.at("/answer/kind").asText()).isEqualTo("lab_results");
        assertThat(result.at("/answer/promptVersion").asText()).isEqualTo("document-v1");
        assertThat(result.at("/answer/findings/0/value").asText()).isEqualTo("11,2");
        assertThat(clinic.bedrock().calls()).isEqualTo(1);
    }

    @Test
    void keepsTheOutcomeAsJson() {
        Paper paper = clinic.receives("Leukozyten 11,2");

        clinic.processes(paper);

        assertThat(LocalAws.S3
                        .headObject(head -> head.bucket(LocalAws.BUCKET).key("outgoing/" + paper.id() + "/result.json"))
                        .contentType())
                .isEqualTo("application/json");
    }

    @Test
    void booksTheCallOnceWithWhatItCost() {
        Paper paper = clinic.receives("Leukozyten 11,2");

        clinic.processes(paper);

        assertThat(paper.bookings()).hasSize(1);
        Item booking = paper.bookings().get(0);
        JsonNode call = paper.outcome("result.json").get("call");
        assertThat(booking.get("SK"))
                .isEqualTo("CALL#" + booking.get("SK").substring(5, 29) + "#"
                        + call.get("id").asText());
        assertThat(booking.get("userId")).isEqualTo(paper.owner());
        assertThat(booking.get("month")).isEqualTo(booking.get("SK").substring(5, 12));
        assertThat(booking.get("provider")).isEqualTo("bedrock");
        assertThat(booking.get("modelId")).isEqualTo(clinic.model());
        assertThat(booking.get("inputTokens")).isEqualTo("1200");
        assertThat(booking.get("outputTokens")).isEqualTo("300");
        assertThat(booking.get("totalMicroUsd")).isEqualTo("2160");
        assertThat(booking.get("priceBookVersion")).isEqualTo("2026-11");
        assertThat(booking.get("documentType")).isEqualTo("lab_results");
        assertThat(Instant.ofEpochSecond(Long.parseLong(booking.get("ttl"))))
                .isBetween(
                        Instant.now().plus(365, ChronoUnit.DAYS).minusSeconds(60),
                        Instant.now().plus(365, ChronoUnit.DAYS));
    }

    @Test
    void measuresWhatWasDone() {
        Paper paper = clinic.receives("Leukozyten 11,2");
        String by = " Model=" + clinic.model();

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertThat(emitted.metrics())
                .containsExactlyInAnyOrder(
                        "DocumentsProcessed 1 Kind=LAB_RESULTS",
                        "DocumentLatency",
                        "ModelTime" + by,
                        "InputTokens 1200" + by + " Kind=LAB_RESULTS",
                        "OutputTokens 300" + by + " Kind=LAB_RESULTS",
                        "CostMicroUsd 2160" + by + " Kind=LAB_RESULTS");
    }

    @Test
    void logsOneLineThatLeadsToTheOtherFunctionsOfTheJob() {
        Paper paper = clinic.receives("SECRET");

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertThat(emitted.log().get("outcome").asText()).isEqualTo("ANSWERED");
        assertThat(emitted.log().get("job").asText())
                .isEqualTo("gateway-request-1")
                .isEqualTo(paper.job().get("correlationId"));
        assertThat(emitted.log().get("correlationId").asText())
                .isEqualTo(paper.arrival().get("id"));
        assertThat(emitted.log().has("status")).isFalse();
        assertThat(emitted.text()).doesNotContain(paper.id(), paper.owner(), "SECRET", "Leukozyten", "Laborbefund");
    }

    @Test
    void booksACallWithoutItsCostWhereNobodyKnowsThePrice() {
        Clinic unpriced = Clinic.withoutPrices();
        Paper paper = unpriced.receives("Leukozyten 11,2");

        Emitted emitted = Emitted.during(() -> unpriced.processes(paper));

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.get("settledAt")).isNotEmpty();
            assertThat(booking.get("inputTokens")).isEqualTo("1200");
            assertThat(booking.get("totalMicroUsd")).isEmpty();
            assertThat(booking.get("priceBookVersion")).isEmpty();
        });
        assertThat(emitted.metrics()).contains("PricesMissing 1").noneMatch(metric -> metric.startsWith("Cost"));
    }

    @Test
    void deletesTheVersionThatArrivedAndNoOther() {
        Paper paper = clinic.receives("Leukozyten 11,2");
        String earlier = paper.documents().get(0);
        paper.arriving("Leukozyten 11,3".getBytes(StandardCharsets.UTF_8));

        clinic.processes(paper);

        assertThat(paper.documents()).containsExactly(earlier);
    }
}
