package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.BedrockServer.Model;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.reading.BedrockReader.Terms;
import io.cordon.runtime.reading.Reading.TurnedAway;
import io.cordon.runtime.reading.Reading.Unanswered;
import io.cordon.runtime.reading.Reading.Unusable;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** What is not known to have been free is never repeated. */
class BrokenConnectionTest {
    private final Model model = BedrockServer.model();

    @Test
    void neverSendsADocumentTwiceWhenTheConnectionIsCut() {
        model.cutting();

        assertThat(Asking.about(model)).isEqualTo(new Unanswered("SocketException"));
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void doesNotKnowWhatHalfAReplyCost() {
        model.cuttingWithin();

        assertThat(Asking.about(model)).isInstanceOf(Unanswered.class);
        assertThat(model.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "SECRET",
                "{\"stopReason\":\"tool_use\"}",
                "{\"usage\":{}}",
                "{\"stopReason\":\"tool_use\",\"usage\":{\"inputTokens\":1}}"
            })
    void doesNotKnowWhatAnUnreadableReplyCost(String reply) {
        model.answering(reply);

        assertThat(Asking.about(model))
                .isInstanceOf(Unanswered.class)
                .asString()
                .doesNotContain("SECRET");
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void isNotBroughtDownByAReplyThatNestsForever() {
        String deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
        model.answering(Converse.calling(deep));

        assertThat(Asking.about(model)).isInstanceOfAny(Unanswered.class, Unusable.class);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void waitsNoLongerThanTold() {
        model.slow(Duration.ofSeconds(20));

        assertThat(Asking.about(model, Asking.text("x"), Duration.ofMillis(500)))
                .isEqualTo(new Unanswered("ApiCallTimeoutException"));
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void beginsNothingThatItCannotEnd() {
        assertThat(Asking.about(model, Asking.text("x"), Duration.ofMillis(99)))
                .isEqualTo(new TurnedAway("NoTimeLeft"));
        assertThat(Asking.about(model, Asking.text("x"), Duration.ofSeconds(-1)))
                .isEqualTo(new TurnedAway("NoTimeLeft"));
        assertThat(model.calls()).isZero();
    }

    @Test
    void isTurnedAwayWhereNobodyListens() {
        BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .httpClient(UrlConnectionHttpClient.create())
                .build();

        assertThat(new BedrockReader(client, "m", Terms.of(1)).read(Asking.text("x"), Asking.LONG))
                .isEqualTo(new TurnedAway("ConnectException"));
    }
}
