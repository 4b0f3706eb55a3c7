package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.costs.Accounts;
import io.cordon.runtime.costs.DynamoDbLedger;
import io.cordon.runtime.costs.Usage;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.reading.ContentCheck;
import io.cordon.runtime.reading.Kind;
import io.cordon.runtime.reading.Reader;
import io.cordon.runtime.reading.Reading;
import io.cordon.runtime.reading.Unfit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the real parts do not do when they are asked to: break in our own code, and write at the very same moment. */
class DeliveryTest {
    private static final int ONCE = 1;
    private static final int OFTEN = 3;

    private final Paper paper = Clinic.withoutPrices().receives("Leukozyten 11,2");
    private final List<Metric> counted = new ArrayList<>();

    @Test
    void letsNoDataOutWithAnException() {
        Job function = function(OFTEN, failing());

        Throwable[] thrown = new Throwable[1];
        Emitted emitted =
                Emitted.during(() -> thrown[0] = catchThrowable(() -> Clinic.deliver(paper, function, "request-1")));

        assertThat(thrown[0])
                .isInstanceOf(Unfinished.class)
                .hasMessage("IllegalStateException")
                .hasNoCause()
                .hasNoSuppressedExceptions();
        assertThat(emitted.log().get("failure").asText()).startsWith("IllegalStateException at ");
        assertThat(emitted.text()).doesNotContain("SECRET");
        assertThat(paper.documents()).hasSize(1);
        assertThat(paper.outcomes()).isEmpty();
    }

    @Test
    void keepsAFaultOfOursAsOutcomeAtTheLastTry() {
        Emitted emitted = Emitted.during(() -> Clinic.deliver(paper, function(ONCE, failing()), "request-1"));

        assertThat(paper.outcome("failure.json").toString()).isEqualTo("{\"schema\":1,\"cause\":\"INTERNAL\"}");
        assertThat(paper.documents()).isEmpty();
        assertThat(emitted.text()).doesNotContain("SECRET");
    }

    @Test
    void keepsThatAwsWasUnavailableAtTheLastTry() {
        Reader unavailable = (content, time) -> {
            throw new Unavailable("S3 SlowDown");
        };

        Clinic.deliver(paper, function(ONCE, unavailable), "request-1");

        assertThat(paper.outcome("failure.json").get("cause").asText()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void settlesItsOwnCallEvenIfAnotherOutcomeCameFirst() {
        Reader slower = (content, time) -> {
            Bucket.put("outgoing/" + paper.id() + "/result.json", "{\"schema\":1,\"answer\":{\"title\":\"first\"}}");
            return new Reading.Answered(
                    Kind.REPORT, new JsonMapper().createObjectNode(), "document-v1", new Usage(1, 2, 3, 4));
        };

        Emitted emitted = Emitted.during(() -> Clinic.deliver(paper, function(OFTEN, slower), "request-1"));

        assertThat(emitted.log().get("outcome").asText()).isEqualTo("DONE_BEFORE");
        assertThat(paper.outcome("result.json").at("/answer/title").asText()).isEqualTo("first");
        assertThat(paper.outcomes()).containsExactly("result.json");
        assertThat(paper.documents()).isEmpty();
        assertThat(paper.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.get("cacheReadTokens")).isEqualTo("3"));
        assertThat(counted).contains(Metric.INPUT_TOKENS).doesNotContain(Metric.DOCUMENTS_PROCESSED);
    }

    @Test
    void givesReadingWhatIsLeftWithoutTheTimeToWriteItDown() {
        List<Duration> given = new ArrayList<>();
        Reader watching = (content, time) -> {
            given.add(time);
            return new Reading.Unreadable(Unfit.UNREADABLE);
        };

        Clinic.deliver(paper, function(OFTEN, watching), "request-1");

        assertThat(given)
                .singleElement()
                .satisfies(time -> assertThat(time).isBetween(Duration.ofSeconds(140), Duration.ofSeconds(150)));
    }

    private static Reader failing() {
        return (content, time) -> {
            IllegalStateException failure = new IllegalStateException("SECRET", new IllegalStateException("SECRET"));
            failure.addSuppressed(new IllegalStateException("SECRET"));
            throw failure;
        };
    }

    private Job function(int tries, Reader reader) {
        Clock clock = Clock.systemUTC();
        Accounts accounts = new Accounts(
                model -> Optional.empty(),
                new DynamoDbLedger(LocalAws.DYNAMODB, LocalAws.COSTS, Duration.ofDays(1), clock),
                (metric, value, parts) -> counted.add(metric),
                "a.model",
                clock);
        Process process = new Process(
                new DynamoDbClaims(LocalAws.DYNAMODB, LocalAws.TABLE),
                S3JobFiles.in(LocalAws.S3, LocalAws.BUCKET),
                new Examination(new ContentCheck(1_000), reader, accounts),
                tries);
        return Job.running("process", new ProcessHandler(new Delivery("process", LocalAws.BUCKET, process, clock)));
    }
}
