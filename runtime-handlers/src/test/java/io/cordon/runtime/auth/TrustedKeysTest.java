package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.identity.KeySet;
import io.cordon.runtime.identity.KeyShelf;
import io.cordon.runtime.identity.Provider;
import io.cordon.runtime.identity.StoredKeys;
import io.cordon.runtime.local.LocalProvider;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.platform.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedKeysTest {
    private final Desk desk = new Desk();
    private final LocalProvider next = SignIns.GOOGLE.rotated();
    private final TrustedKeys keys = new TrustedKeys(new Shelf(), desk, desk);
    private Optional<StoredKeys> stored = stored(SignIns.GOOGLE);
    private int asked;

    private final class Shelf implements KeyShelf {
        @Override
        public Optional<StoredKeys> find(Provider provider) {
            asked++;
            return stored;
        }

        @Override
        public void replace(Provider provider, Optional<StoredKeys> before, StoredKeys after) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void remembersKeysForFiveMinutes() {
        find(SignIns.GOOGLE);
        desk.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(find(SignIns.GOOGLE)).isEqualTo(SignIns.GOOGLE.key().getPublic());
        assertThat(asked).isEqualTo(1);

        desk.pass(Duration.ofSeconds(1));
        find(SignIns.GOOGLE);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void looksAgainForAKeyThatIsNewButNotMoreThanEveryTenSeconds() {
        find(SignIns.GOOGLE);
        stored = stored(next);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> find(next)).isInstanceOf(Untrusted.class).hasMessage("KEY");
        }
        assertThat(asked).isEqualTo(1);

        desk.pass(Duration.ofSeconds(10));
        assertThat(find(next)).isEqualTo(next.key().getPublic());
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void reliesOnNoKeysOlderThanAWeek() {
        desk.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(find(SignIns.GOOGLE)).isNotNull();
        assertThat(desk.counted).isEmpty();

        desk.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> find(SignIns.GOOGLE)).isInstanceOf(Unavailable.class);
        assertThat(desk.counted).containsExactly("IdentityKeysMissing");
    }

    @Test
    void isUnavailableWithoutKeysAndSeesThemSoonWhenTheyCome() {
        stored = Optional.empty();
        assertThatThrownBy(() -> find(SignIns.GOOGLE)).isInstanceOf(Unavailable.class);

        stored = stored(SignIns.GOOGLE);
        desk.pass(Duration.ofSeconds(10));
        assertThat(find(SignIns.GOOGLE)).isNotNull();
    }

    private Object find(LocalProvider provider) {
        return keys.find(Provider.GOOGLE, provider.keyName());
    }

    private Optional<StoredKeys> stored(LocalProvider provider) {
        return Optional.of(new StoredKeys(KeySet.read(provider.jwks()), desk.instant()));
    }
}
