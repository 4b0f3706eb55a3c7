package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.Paper;
import org.junit.jupiter.api.Test;

class ProcessTest {
    private final Clinic clinic = Clinic.open();

    @Test
    void keepsWhatTheModelFoundAndDeletesTheDocument() {
        Paper paper = clinic.receives("Leukozyten 11,2");

        clinic.processes(paper);

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
        JsonNode result = paper.outcome("result.json");
        assertThat(result.at("/answer/outcome").asText()).isEqualTo("answered");
        assertThat(result.at("/answer/kind").asText()).isEqualTo("lab_results");
        assertThat(result.at("/answer/findings/0/value").asText()).isEqualTo("11,2");
        assertThat(clinic.bedrock().calls()).isEqualTo(1);
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
        assertThat(booking.get("inputTokens")).isEqualTo("1200");
        assertThat(booking.get("outputTokens")).isEqualTo("300");
        assertThat(booking.get("totalMicroUsd")).isEqualTo("2160");
        assertThat(booking.get("priceBookVersion")).isEqualTo("2026-11");
        assertThat(booking.get("documentType")).isEqualTo("lab_results");
    }
}
