package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Crash;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.local.TestContext;
import io.cordon.runtime.platform.Unavailable;
import org.junit.jupiter.api.Test;

/** Trouble that may pass: the event comes again, and only at the last try the trouble is the outcome. */
class TroubleTest {
    private static final String TURNED_AWAY = "AccessDeniedException";

    private final Clinic clinic = Clinic.open();
    private final Paper paper = clinic.receives("Leukozyten 11,2");

    @Test
    void leavesTheDocumentForTheNextTryAndBooksNothingForACallThatWasTurnedAway() {
        clinic.bedrock().failing(1, 403, TURNED_AWAY);

        Emitted emitted = Emitted.during(this::fails);

        assertThat(paper.outcomes()).isEmpty();
        assertThat(paper.documents()).hasSize(1);
        assertThat(paper.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.get("settledAt")).isNotEmpty();
            assertThat(booking.get("totalMicroUsd")).isEqualTo("0");
        });
        assertThat(emitted.metrics()).containsExactly("ModelTurnedAway 1");
        assertThat(emitted.log().get("outcome").asText()).isEqualTo("UNFINISHED");

        clinic.processes(paper);
        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.bookings()).hasSize(2);
    }

    @Test
    void leavesTheBookingOfACallWithoutAnAnswerOpen() {
        clinic.bedrock().cutting();

        Emitted emitted = Emitted.during(this::fails);

        assertThat(paper.outcomes()).isEmpty();
        assertThat(paper.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.get("settledAt")).isEmpty();
            assertThat(booking.get("userId")).isEmpty();
            assertThat(booking.get("totalMicroUsd")).isEmpty();
        });
        assertThat(emitted.metrics()).containsExactly("CallsUnsettled 1");
    }

    @Test
    void keepsTheTroubleAsOutcomeAtTheLastTry() {
        clinic.bedrock().failing(2, 403, TURNED_AWAY).cutting();

        fails();
        fails();
        Emitted emitted = Emitted.during(() -> clinic.processes(paper));

        assertThat(paper.outcomes()).containsExactly("failure.json");
        assertThat(paper.outcome("failure.json").toString())
                .isEqualTo("{\"schema\":1,\"cause\":\"MODEL_UNAVAILABLE\"}");
        assertThat(paper.documents()).isEmpty();
        assertThat(emitted.metrics()).contains("DocumentsFailed 1 Cause=MODEL_UNAVAILABLE", "DocumentsGivenUp 1");
        assertThat(emitted.log().get("outcome").asText()).isEqualTo("FAILED");
        assertThat(emitted.log().get("failure").asText()).contains("Unfinished");
        assertThat(paper.bookings())
                .hasSize(3)
                .filteredOn(booking -> booking.get("settledAt").isEmpty())
                .hasSize(1);
    }

    @Test
    void beginsNoCallThatItCouldNotFinish() {
        Job function = clinic.function();

        Throwable thrown = catchThrowable(() -> function.take(paper.arrival(), new TestContext(35_000, "request-1")));

        assertThat(thrown).isInstanceOf(Unfinished.class).hasMessage("NoTimeLeft");
        assertThat(clinic.bedrock().calls()).isZero();
        assertThat(paper.documents()).hasSize(1);
    }

    /** Its ninth call: claim, two looks, document, two prices, booking, model, outcome. */
    @Test
    void settlesTheCallWhoseAnswerCannotBeKept() {
        Throwable thrown = catchThrowable(() -> Crash.refusing(9, () -> clinic.processes(paper)));

        assertThat(thrown).isInstanceOf(Unavailable.class);
        assertThat(paper.outcomes()).isEmpty();
        assertThat(paper.bookings()).hasSize(1).allSatisfy(TroubleTest::isSettled);

        clinic.processes(paper);

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.bookings()).hasSize(2).allSatisfy(TroubleTest::isSettled);
    }

    /** Its ninth call: the settlement at zero. */
    @Test
    void blamesTheModelThatTurnedItAwayEvenIfThatCannotBeBooked() {
        clinic.bedrock().failing(1, 403, TURNED_AWAY);

        Emitted emitted = Emitted.during(() -> Crash.refusing(9, this::fails));

        assertThat(emitted.metrics()).containsExactlyInAnyOrder("ModelTurnedAway 1", "CallsUnsettled 1");
        assertThat(paper.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.get("settledAt")).isEmpty());
    }

    private static void isSettled(Item booking) {
        assertThat(booking.get("totalMicroUsd")).isEqualTo("2160");
    }

    private void fails() {
        Throwable thrown = catchThrowable(() -> clinic.processes(paper));

        assertThat(thrown).isInstanceOf(Unfinished.class).hasNoCause().hasNoSuppressedExceptions();
        assertThat(thrown.getMessage())
                .doesNotContain("SECRET", paper.id(), paper.owner())
                .matches("[A-Za-z0-9 ]{1,80}");
    }
}
