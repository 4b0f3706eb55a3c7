package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.platform.Metric;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedPublicKeysTest {
    private static final Optional<ECPublicKey> KEY =
            Optional.of((ECPublicKey) LocalKms.key().pair().getPublic());

    private final List<Metric> counted = new ArrayList<>();
    private final Watch watch = new Watch();
    private final CachedPublicKeys keys =
            new CachedPublicKeys(key -> ask(), (metric, value, parts) -> counted.add(metric), watch);
    private Optional<ECPublicKey> answer = KEY;
    private boolean down;
    private int asked;

    @Test
    void asksAgainAfterTenMinutes() {
        keys.find("k");
        watch.pass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(keys.find("k")).isEqualTo(KEY);
        assertThat(asked).isEqualTo(1);

        watch.pass(Duration.ofSeconds(1));
        assertThat(keys.find("k")).isEqualTo(KEY);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksForEachKeyByItself() {
        keys.find("a");
        keys.find("b");

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void forgetsAKeyThatWasSwitchedOffWithinTenMinutes() {
        keys.find("k");
        answer = Optional.empty();
        watch.pass(Duration.ofMinutes(10));

        assertThat(keys.find("k")).isEmpty();
    }

    @Test
    void asksAboutAMissingKeyAtMostEveryTenSeconds() {
        answer = Optional.empty();
        keys.find("k");
        keys.find("k");
        assertThat(asked).isEqualTo(1);

        answer = KEY;
        watch.pass(Duration.ofSeconds(10));
        assertThat(keys.find("k")).isEqualTo(KEY);
    }

    @Test
    void bridgesAnOutageForAnHourAndNotLonger() {
        keys.find("k");
        down = true;
        watch.pass(Duration.ofMinutes(59));
        assertThat(keys.find("k")).isEqualTo(KEY);

        watch.pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> keys.find("k")).isInstanceOf(Outage.class);
        assertThat(counted).containsExactly(Metric.KEYS_UNAVAILABLE, Metric.KEYS_UNAVAILABLE);
    }

    @Test
    void failsWithoutAKeyAndAsksAtMostEveryTenSeconds() {
        down = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> keys.find("k")).isInstanceOf(Outage.class);
        }
        assertThat(asked).isEqualTo(1);

        down = false;
        watch.pass(Duration.ofSeconds(10));
        assertThat(keys.find("k")).isEqualTo(KEY);
    }

    @Test
    void anOutageLetsNoSwitchedOffKeyIn() {
        answer = Optional.empty();
        keys.find("k");
        down = true;
        watch.pass(Duration.ofSeconds(10));

        assertThat(keys.find("k")).isEmpty();
    }

    private Optional<ECPublicKey> ask() {
        asked++;
        if (down) {
            throw new Outage("Kms down");
        }
        return answer;
    }

    private static final class Watch extends Clock {
        private Instant now = Desk.NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
