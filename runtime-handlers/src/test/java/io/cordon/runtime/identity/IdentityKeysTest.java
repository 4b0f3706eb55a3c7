package io.cordon.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Emitted;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.LocalProvider;
import io.cordon.runtime.local.SignIns;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityKeysTest {
    private final LocalKeys keys = LocalKeys.started();
    private final LocalProvider next = SignIns.GOOGLE.rotated();

    @BeforeEach
    void publish() {
        SignIns.GOOGLE.published(Instant.EPOCH);
        keys.answer("google", 200, SignIns.GOOGLE.jwks());
        keys.answer("apple", 200, SignIns.APPLE.jwks());
    }

    @AfterEach
    void stop() {
        keys.close();
    }

    @Test
    void keepsWhatProvidersPublishNow() {
        Emitted emitted = renew(Map.of("id", "event-1"));

        assertThat(stored().get("keys")).isEqualTo(text(SignIns.GOOGLE.jwks()));
        assertThat(Instant.ofEpochMilli(Long.parseLong(stored().get("fetchedAt"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(emitted.metrics())
                .containsExactly(
                        "IdentityKeysRenewed 1 Provider=GOOGLE",
                        "IdentityKeysAge Provider=GOOGLE",
                        "IdentityKeysRenewed 1 Provider=APPLE",
                        "IdentityKeysAge Provider=APPLE");
        assertThat(emitted.log().toString()).contains("\"status\":200", "\"correlationId\":\"event-1\"");
    }

    @Test
    void followsAProviderThatChangesItsKeysOneAfterTheOther() {
        keys.answer("google", 200, "{\"keys\":[" + SignIns.GOOGLE.jwk() + "," + next.jwk() + "]}");
        renew(Map.of());
        keys.answer("google", 200, next.jwks());
        renew(Map.of());

        assertThat(stored().get("keys")).isEqualTo(text(next.jwks()));
    }

    @Test
    void holdsASetBackThatSharesNoKeyUntilAPersonAcceptsIt() {
        keys.answer("google", 200, next.jwks());
        Item before = stored();

        Emitted held = renew(Map.of());
        String fingerprint = KeySet.read(next.jwks()).fingerprint();
        renew(Map.of("accept", "apple:" + fingerprint));
        renew(Map.of("accept", "google:" + fingerprint.replace('a', 'b')));

        assertThat(stored()).isEqualTo(before);
        assertThat(held.metrics()).contains("IdentityKeysHeld 1 Provider=GOOGLE", "IdentityKeysAge Provider=GOOGLE");
        assertThat(held.log().get("status").asInt()).isEqualTo(409);
        assertThat(held.log().get("findings").toString()).contains("google", fingerprint);
        assertThat(renew(Map.of("accept", "google:" + fingerprint)).metrics())
                .contains("IdentityKeysRenewed 1 Provider=GOOGLE");
        assertThat(stored().get("keys")).isEqualTo(text(next.jwks()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {\"keys\":[]}; EMPTY",
                "200; {}; MALFORMED",
                "200; <html>; MALFORMED",
                "204; ; STATUS",
                "404; {\"keys\":[]}; STATUS",
                "500; error; STATUS"
            })
    void neverPutsSomethingElseInThePlaceOfGoodKeys(int status, String body, String cause) {
        keys.answer("google", status, body == null ? "" : body);
        Item before = stored();

        Emitted emitted = renew(Map.of());

        assertThat(stored()).isEqualTo(before);
        assertThat(emitted.metrics())
                .contains("IdentityKeysRefused 1 Cause=" + cause, "IdentityKeysRenewed 1 Provider=APPLE");
        assertThat(emitted.log().get("status").asInt()).isEqualTo(409);
    }

    @Test
    void followsNoRedirect() {
        keys.redirect("google", "apple");

        assertThat(renew(Map.of()).metrics()).contains("IdentityKeysRefused 1 Cause=STATUS");
    }

    @Test
    void readsNoLongAnswerAndWaitsForNoSlowOne() {
        keys.answer("google", 200, SignIns.GOOGLE.jwks() + " ".repeat(40_000));
        keys.hang("apple");

        assertThat(renew(Map.of()).metrics())
                .contains("IdentityKeysRefused 1 Cause=SIZE", "IdentityKeysRefused 1 Cause=UNREACHABLE");
    }

    private Emitted renew(Map<String, Object> event) {
        return Emitted.during(() -> keys.job().take(event));
    }

    private static String text(String jwks) {
        return KeySet.read(jwks).text();
    }

    private static Item stored() {
        return Items.all().stream()
                .filter(item -> item.get("PK").equals("IDP#google"))
                .findFirst()
                .orElseThrow();
    }
}
