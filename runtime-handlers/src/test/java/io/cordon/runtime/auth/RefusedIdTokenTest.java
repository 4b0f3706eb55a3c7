package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.LocalProvider;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.local.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedIdTokenTest {
    private static final Desk DESK = new Desk();

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                header("no algorithm", "ALGORITHM", "alg", "\"none\""),
                header("a shared secret", "ALGORITHM", "alg", "\"HS256\""),
                header("another algorithm", "ALGORITHM", "alg", "\"RS512\""),
                header("no word of one", "ALGORITHM", "alg", null),
                header("what has to be known", "ALGORITHM", "crit", "[\"x\"]"),
                header("another kind of token", "ALGORITHM", "typ", "\"at+jwt\""),
                header("an unknown key", "KEY", "kid", "\"another\""),
                header("no key", "KEY", "kid", null),
                header("a number for a key", "KEY", "kid", "1"),
                claim("another issuer", "CLAIMS", "iss", "\"https://accounts.google.com.evil.example\""),
                claim("the other provider", "CLAIMS", "iss", "\"https://appleid.apple.com\""),
                claim("no issuer", "CLAIMS", "iss", null),
                claim("another audience", "CLAIMS", "aud", "\"5678.apps.googleusercontent.com\""),
                claim("our other client", "CLAIMS", "aud", "\"" + SignIns.APPLE_CLIENT + "\""),
                claim("two audiences", "CLAIMS", "aud", "[\"" + SignIns.GOOGLE_CLIENT + "\",\"x\"]"),
                claim("no audience", "CLAIMS", "aud", null),
                claim("no subject", "CLAIMS", "sub", null),
                claim("an empty subject", "CLAIMS", "sub", "\"\""),
                claim("a number for a subject", "CLAIMS", "sub", "7"),
                claim("an address for a subject", "CLAIMS", "sub", "\"ada@example.org\""),
                claim("another item for a subject", "CLAIMS", "sub", "\"a#USER\""),
                claim("no end", "CLAIMS", "exp", null),
                claim("no beginning", "CLAIMS", "iat", null),
                claim("a text for an end", "CLAIMS", "exp", "\"9999999999\""),
                claim("a huge end", "CLAIMS", "exp", "99999999999999999999"),
                claim("a negative beginning", "CLAIMS", "iat", "-1"),
                claim("no nonce", "NONCE", "nonce", null),
                claim("another nonce", "NONCE", "nonce", "\"" + LocalIdToken.sha256("another") + "\""),
                claim("an empty nonce", "NONCE", "nonce", "\"\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void getsNobodyInAndWritesNothing(String what, String fault, Function<LocalIdToken, LocalIdToken> change) {
        LocalIdToken token = change.apply(SignIns.GOOGLE.token(SignIns.somebody()));

        assertRefused(SignIns.application(token), fault);
    }

    @Test
    void letsNobodySendTheNonceThatTheTokenShows() {
        LocalIdToken token = SignIns.GOOGLE.token(SignIns.somebody());
        assertRefused(SignIns.application(token).put("nonce", LocalIdToken.sha256(token.nonce())), "NONCE");

        LocalIdToken raw = SignIns.APPLE.token(SignIns.somebody());
        assertRefused(SignIns.application(raw.claim("nonce", "\"" + raw.nonce() + "\"")), "NONCE");
    }

    @Test
    void takesOnlySignaturesOfTheProvidersOwnKey() {
        String subject = SignIns.somebody();
        LocalProvider forger = SignIns.GOOGLE.rotated();
        LocalIdToken forged = forger.token(subject).header("kid", "\"" + SignIns.GOOGLE.keyName() + "\"");
        assertRefused(SignIns.application(forged), "SIGNATURE");

        assertRefused(
                SignIns.application(SignIns.GOOGLE.token(subject).claim("iss", "\"https://appleid.apple.com\""))
                        .put("provider", "apple"),
                "KEY");
        LocalIdToken brought = forger.token(subject).header("jwk", forger.jwk().toString());
        assertRefused(SignIns.application(brought), "KEY");
    }

    @Test
    void takesNothingThatWasChangedAfterwards() {
        LocalIdToken token = SignIns.GOOGLE.token(SignIns.somebody());
        ObjectNode body = SignIns.application(token);
        String[] parts = token.signed().split("\\.", -1);
        token.claim("sub", "\"somebody-else\"");
        String bent = Token.encoded(token.claims().getBytes(StandardCharsets.UTF_8));

        assertRefused(body.put("idToken", parts[0] + "." + bent + "." + parts[2]), "SIGNATURE");
        assertRefused(body.put("idToken", parts[0] + "." + parts[1] + "."), "FORM");
        assertRefused(body.put("idToken", parts[0] + "." + parts[1] + ".AAAA"), "SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "a.b.c", "a.b.c.d", "e30.e30.e30", "..", "e30=.e30.e30", "a b.c.d"})
    void takesNothingThatIsNoToken(String text) {
        ObjectNode body =
                SignIns.application(SignIns.GOOGLE.token(SignIns.somebody())).put("idToken", text);

        assertRefused(body, text.startsWith("e30.") ? "ALGORITHM" : "FORM");
    }

    private static Arguments header(String what, String fault, String name, @Nullable String json) {
        return arguments("header: " + what, fault, (Function<LocalIdToken, LocalIdToken>) it -> it.header(name, json));
    }

    private static Arguments claim(String what, String fault, String name, @Nullable String json) {
        return arguments("claim: " + what, fault, (Function<LocalIdToken, LocalIdToken>) it -> it.claim(name, json));
    }

    private static void assertRefused(ObjectNode body, String fault) {
        List<Items.Item> before = Items.all();

        Answer answer = DESK.answer(Event.auth("oauth-onboarding", body.toString()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:cordon:problem:id-token-refused");
        assertThat(answer.text()).doesNotContain(fault);
        assertThat(DESK.counted).containsExactly("IdTokensRefused " + fault);
        assertThat(Items.all()).containsExactlyInAnyOrderElementsOf(before);
    }
}
