package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.reading.Unfit;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeclinedAndFailedTest {
    private final Clinic clinic = Clinic.open();
    private final Paper paper = clinic.receives("SECRET");

    @Test
    void keepsThatAGuardrailBlockedTheDocument() {
        clinic.bedrock().answering(Converse.stopping("guardrail_intervened", Converse.text("Sorry.")));

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertDeclined(emitted, "blocked", "GUARDRAIL");
    }

    @Test
    void keepsThatTheModelRefusedTheDocument() {
        clinic.bedrock().answering(Converse.saying("I cannot read that."));

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertDeclined(emitted, "refused", "REFUSAL");
    }

    @ParameterizedTest
    @CsvSource({"max_tokens,ANSWER_CUT", "tool_use,ANSWER_MALFORMED"})
    void keepsWhyAnAnswerCannotBeUsedAndWhatItCost(String stop, FailureCause cause) {
        clinic.bedrock()
                .answering(Converse.stopping(stop, Converse.toolUse("record_document", "{\"kind\":\"SECRET\"}")));

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertFailed(paper, emitted, cause, "schema", "call", "cause");
        assertThat(paper.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.get("totalMicroUsd")).isEqualTo("2160");
            assertThat(booking.get("documentType")).isEqualTo("unknown");
        });
    }

    @Test
    void booksNothingForADocumentThatBedrockRefuses() {
        clinic.bedrock().failing(1, 400, "ValidationException");

        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertFailed(paper, emitted, FailureCause.UNREADABLE, "schema", "call", "cause");
        assertThat(paper.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.get("settledAt")).isNotEmpty();
            assertThat(booking.get("totalMicroUsd")).isEqualTo("0");
        });
        assertThat(emitted.metrics()).noneMatch(metric -> metric.startsWith("Input") || metric.startsWith("ModelTime"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf,SECRET,TYPE_MISMATCH",
        "image/png,%PDF-1.7 SECRET,TYPE_MISMATCH",
        "text/plain,'  ',EMPTY",
    })
    void asksNoModelAboutADocumentThatIsNotWhatWasAnnounced(String type, String text, FailureCause cause) {
        Paper other = clinic.receives(type, text.getBytes(StandardCharsets.UTF_8));

        Emitted emitted = Emitted.during(() -> clinic.processes(other));

        assertFailed(other, emitted, cause, "schema", "cause");
        assertThat(clinic.bedrock().calls()).isZero();
        assertThat(other.bookings()).isEmpty();
    }

    @Test
    void readsNoMoreOfADocumentThanWasAnnounced() {
        Paper larger = Paper.announced("text/plain", 10).arriving(new byte[4_000_000]);

        Emitted emitted = Emitted.during(() -> clinic.processes(larger));

        assertFailed(larger, emitted, FailureCause.TOO_LARGE, "schema", "cause");
        assertThat(clinic.bedrock().calls()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryReasonToAskNoModel(Unfit unfit) {
        assertThat(FailureCause.parse(unfit.name())).isPresent();
    }

    private void assertDeclined(Emitted emitted, String outcome, String cause) {
        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
        JsonNode answer = paper.outcome("result.json").get("answer");
        assertThat(Manifest.keys(answer)).containsOnly("outcome", "kind", "promptVersion");
        assertThat(answer.get("outcome").asText()).isEqualTo(outcome);
        assertThat(answer.get("kind").asText()).isEqualTo("unknown");
        assertThat(paper.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.get("totalMicroUsd")).isEqualTo("2160"));
        assertThat(emitted.metrics()).contains("DocumentsDeclined 1 Cause=" + cause);
        assertThat(emitted.log().get("outcome").asText()).isEqualTo("DECLINED");
    }

    private static void assertFailed(Paper of, Emitted emitted, FailureCause cause, String... fields) {
        assertThat(of.outcomes()).containsExactly("failure.json");
        assertThat(of.documents()).isEmpty();
        JsonNode failure = of.outcome("failure.json");
        assertThat(Manifest.keys(failure)).containsOnly(fields);
        assertThat(failure.get("cause").asText()).isEqualTo(cause.name());
        assertThat(failure.toString()).doesNotContain("SECRET");
        assertThat(emitted.metrics())
                .contains("DocumentsFailed 1 Cause=" + cause)
                .doesNotContain("DocumentsGivenUp 1");
        assertThat(emitted.text()).doesNotContain("SECRET");
    }
}
