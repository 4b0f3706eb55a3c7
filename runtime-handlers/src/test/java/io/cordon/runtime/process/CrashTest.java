package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.Crash;
import io.cordon.runtime.local.Crash.Moment;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.platform.RequestLog;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The function dies at each of its calls to AWS, before and after AWS did it, and Lambda delivers the event again. */
class CrashTest {
    private static int calls;

    private final Clinic clinic = Clinic.open();
    private final Paper paper = clinic.receives("Leukozyten 11,2");

    /** One of the places to die. */
    record Place(int call, Moment moment) {}

    @BeforeAll
    static void countsTheCallsOfARunThatLives() {
        Clinic other = Clinic.open();
        Paper one = other.receives("Leukozyten 11,2");
        calls = Crash.callsOf(() -> other.processes(one));
    }

    static Stream<Place> places() {
        return IntStream.rangeClosed(1, calls)
                .boxed()
                .flatMap(call -> Stream.of(Moment.values()).map(moment -> new Place(call, moment)));
    }

    /** Claim, two looks, document, two prices, booking, model, outcome, settlement, end of the claim, deletion. */
    @Test
    void knowsEveryPlace() {
        assertThat(calls).isEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("places")
    void losesNothingAndDoesNothingTwice(Place place) {
        dies(place);

        clinic.processes(paper);

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
        String kept = paper.outcome("result.json").at("/call/id").asText();
        assertBooked(kept);
    }

    @ParameterizedTest
    @MethodSource("places")
    void keepsAFailureJustAsWell(Place place) {
        clinic.bedrock().otherwise(Converse.stopping("max_tokens", Converse.text("...")));
        dies(place);

        clinic.processes(paper);

        assertThat(paper.outcomes()).containsExactly("failure.json");
        assertThat(paper.documents()).isEmpty();
        assertBooked(paper.outcome("failure.json").at("/call/id").asText());
    }

    @ParameterizedTest
    @MethodSource("places")
    void leavesNothingOfAJobThatWasClearedMeanwhile(Place place) {
        dies(place);
        assertThat(paper.clear().status()).isEqualTo(204);

        clinic.processes(paper);

        assertThat(paper.outcomes()).isEmpty();
        assertThat(paper.documents()).isEmpty();
        assertThat(clinic.bedrock().calls()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void losesNothingAndDoesNothingTwiceWhereAwsRefusesAStep(int call) {
        Throwable thrown = catchThrowable(() -> Crash.refusing(call, () -> clinic.processes(paper)));
        assertThat(thrown).isInstanceOf(RequestLog.Harmless.class);

        clinic.processes(paper);

        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
        assertThat(clinic.bedrock().calls())
                .isLessThanOrEqualTo(paper.bookings().size());
        assertThat(paper.bookings())
                .filteredOn(booking -> booking.get("SK")
                        .endsWith(paper.outcome("result.json").at("/call/id").asText()))
                .singleElement()
                .satisfies(booking -> assertThat(booking.get("totalMicroUsd")).isEqualTo("2160"));
    }

    static IntStream steps() {
        return IntStream.rangeClosed(1, calls);
    }

    private void dies(Place place) {
        assertThat(Crash.at(place.call(), place.moment(), () -> clinic.processes(paper)))
                .isTrue();
    }

    /** The call whose reply is kept is settled; another one, whose reply died, is honestly open. */
    private void assertBooked(String kept) {
        List<Item> bookings = paper.bookings();
        assertThat(bookings).hasSizeBetween(1, 2);
        Consumer<Item> ours = booking -> {
            assertThat(booking.get("SK")).endsWith("#" + kept);
            assertThat(booking.get("totalMicroUsd")).isEqualTo("2160");
        };
        assertThat(bookings)
                .filteredOn(booking -> !booking.get("settledAt").isEmpty())
                .singleElement()
                .satisfies(ours);
        assertThat(clinic.bedrock().calls()).isBetween(1, bookings.size());
    }
}
