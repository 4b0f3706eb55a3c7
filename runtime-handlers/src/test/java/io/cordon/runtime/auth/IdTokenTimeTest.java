package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.SignIns;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a token counts; who is let in is still unknown, and gets 404. */
class IdTokenTimeTest {
    private final Desk desk = new Desk();
    private final Instant now = desk.instant();

    @Test
    void beginsAMinuteBeforeItWasIssued() {
        Event event = SignIns.signIn(SignIns.GOOGLE.token(SignIns.somebody(), now));

        assertThat(desk.pass(Duration.ofSeconds(-60)).answer(event).status()).isEqualTo(404);
        assertThat(desk.pass(Duration.ofSeconds(-1)).answer(event).status()).isEqualTo(401);
        assertThat(desk.counted).containsExactly("IdTokensRefused TIME");
    }

    @Test
    void endsAMinuteAfterItsEnd() {
        assertThat(status(now.minusSeconds(100), now.minusSeconds(59))).isEqualTo(404);
        assertThat(status(now.minusSeconds(100), now.minusSeconds(60))).isEqualTo(401);
    }

    @Test
    void endsAfterAnHourHoweverLongItClaimsToLive() {
        assertThat(status(now.minusSeconds(3660), now.plusSeconds(80_000))).isEqualTo(404);
        assertThat(status(now.minusSeconds(3661), now.plusSeconds(80_000))).isEqualTo(401);
    }

    @Test
    void doesNotCountBeforeItSaysSo() {
        LocalIdToken token = SignIns.GOOGLE.token(SignIns.somebody(), now);

        token.claim("nbf", Long.toString(now.plusSeconds(60).getEpochSecond()));
        assertThat(desk.answer(SignIns.signIn(token)).status()).isEqualTo(404);
        token.claim("nbf", Long.toString(now.plusSeconds(61).getEpochSecond()));
        assertThat(desk.answer(SignIns.signIn(token)).status()).isEqualTo(401);
    }

    private int status(Instant issued, Instant ends) {
        LocalIdToken token = SignIns.APPLE.token(SignIns.somebody(), issued);
        token.claim("exp", Long.toString(ends.getEpochSecond()));
        return desk.answer(SignIns.signIn(token)).status();
    }
}
