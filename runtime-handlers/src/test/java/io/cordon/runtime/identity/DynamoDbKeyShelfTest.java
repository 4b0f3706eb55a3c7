package io.cordon.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.platform.Unavailable;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DynamoDbKeyShelfTest {
    private final KeyShelf shelf = new DynamoDbKeyShelf(LocalAws.DYNAMODB, LocalAws.TABLE);
    private final StoredKeys after =
            new StoredKeys(KeySet.read(SignIns.GOOGLE.rotated().jwks()), Instant.ofEpochMilli(7));

    @AfterEach
    void publish() {
        SignIns.GOOGLE.published(Instant.now());
    }

    @Test
    void changesNothingIfSomebodyElseChangedTheKeysMeanwhile() {
        Optional<StoredKeys> before = shelf.find(Provider.GOOGLE);
        SignIns.GOOGLE.published(Instant.ofEpochMilli(6));

        assertThatThrownBy(() -> shelf.replace(Provider.GOOGLE, before, after)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> shelf.replace(Provider.GOOGLE, Optional.empty(), after))
                .isInstanceOf(Unavailable.class);
        assertThat(shelf.find(Provider.GOOGLE).orElseThrow().fetchedAt()).isEqualTo(Instant.ofEpochMilli(6));
    }

    @Test
    void findsWhatItKept() {
        shelf.replace(Provider.GOOGLE, shelf.find(Provider.GOOGLE), after);

        StoredKeys found = shelf.find(Provider.GOOGLE).orElseThrow();
        assertThat(found.keys().text()).isEqualTo(after.keys().text());
        assertThat(found.fetchedAt()).isEqualTo(after.fetchedAt());
    }

    @Test
    void asksTheProvidersThemselvesByTls() {
        assertThat(Provider.GOOGLE.keys()).hasToString("https://www.googleapis.com/oauth2/v3/certs");
        assertThat(Provider.APPLE.keys()).hasToString("https://appleid.apple.com/auth/keys");
    }
}
