package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.auth.Sessions.Ending;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.people.PersonId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DynamoDbSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Sessions sessions = new DynamoDbSessions(LocalAws.DYNAMODB, LocalAws.TABLE);
    private final RefreshToken token = RefreshToken.first();
    private final Session session = new Session(token.session(), PersonId.random(), token.hash(), NOW.plusSeconds(60));

    @Test
    void takesItsOwnRepeatedWriteForDone() {
        sessions.open(session, NOW);

        assertThat(sessions.rotate(session, "next", NOW)).isTrue();
        assertThat(sessions.rotate(session, "next", NOW)).isTrue();
        assertThat(sessions.rotate(session, "other", NOW)).isFalse();
    }

    @Test
    void bringsNoSessionBackThatIsGone() {
        long before = Items.all().size();

        sessions.end(session.id(), Ending.REUSED, NOW);
        assertThat(sessions.rotate(session, "next", NOW)).isFalse();

        assertThat(Items.all()).hasSize((int) before);
    }

    @Test
    void renewsNoSessionThatEndedMeanwhile() {
        sessions.open(session, NOW);
        sessions.end(session.id(), Ending.ERASED, NOW);
        sessions.end(session.id(), Ending.REUSED, NOW.plusSeconds(1));

        assertThat(sessions.rotate(session, "next", NOW)).isFalse();
        assertThat(sessions.find(session.id(), NOW)).isEmpty();
    }

    @Test
    void findsASessionUntilItsEndWhetherOrNotItWasDeleted() {
        sessions.open(session, NOW);

        assertThat(sessions.find(session.id(), NOW.plusSeconds(59))).contains(session);
        assertThat(sessions.find(session.id(), NOW.plusSeconds(60))).isEmpty();
    }
}
