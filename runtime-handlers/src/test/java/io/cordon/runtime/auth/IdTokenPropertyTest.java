package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.runtime.identity.Provider;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.SignIns;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever comes in, the answer is yes or one of the faults, never an error. */
class IdTokenPropertyTest {
    private static final String FAULTS = "FORM|ALGORITHM|SIGNATURE|CLAIMS|NONCE|TIME|KEY";
    private static final LocalIdToken TOKEN = SignIns.GOOGLE.token("sub-1");
    private static final String GOOD = TOKEN.signed();
    private static final IdTokenRules RULES = new IdTokenRules(Map.of(Provider.GOOGLE, Set.of(SignIns.GOOGLE_CLIENT)));

    @Property(tries = 500)
    void anyTextIsRefused(@ForAll @StringLength(max = 3000) String text) {
        assertThat(judge(text)).matches(FAULTS);
    }

    @Property(tries = 500)
    void anyOtherCharacterAnywhereIsRefused(@ForAll @IntRange(max = 10_000) int at, @ForAll char other) {
        int place = at % GOOD.length();
        String bent = GOOD.substring(0, place) + other + GOOD.substring(place + 1);

        assertThat(judge(bent)).matches(other == GOOD.charAt(place) ? "let in" : FAULTS);
    }

    @Property(tries = 200)
    void anySignedHeaderIsJudged(@ForAll("json") String header) {
        assertThat(judge(TOKEN.signed(header, TOKEN.claims()))).matches(FAULTS);
    }

    @Property(tries = 200)
    void anySignedClaimsAreJudged(@ForAll("json") String claims) {
        assertThat(judge(TOKEN.signed(TOKEN.header(), claims))).matches(FAULTS);
    }

    @Property(tries = 200)
    void anyAddressAndNameIsTakenOrLeft(@ForAll("value") String value) {
        LocalIdToken token = SignIns.GOOGLE.token("sub-1").claim("email", value).claim("given_name", value);
        Identity identity =
                RULES.check(Provider.GOOGLE, IdToken.parse(token.signed()).claims(key()), token.nonce(), Instant.now());

        assertThat(identity.givenName().orElse("fine")).doesNotContainPattern("\\p{Cntrl}");
        assertThat(identity.address().orElse("a@b")).containsOnlyOnce("@");
    }

    @Property(tries = 500)
    void anyTextIsARefreshTokenOrNone(@ForAll @StringLength(max = 100) String text) {
        Optional<RefreshToken> token = RefreshToken.parse(text);

        assertThat(token.isPresent()).isEqualTo(text.matches("[A-Za-z0-9_-]{32}\\.[A-Za-z0-9_-]{43}"));
        token.ifPresent(it -> assertThat(it.text()).isEqualTo(text));
    }

    @Property(tries = 100)
    void everyRefreshTokenIsReadAgainAndShowsNothing(@ForAll @IntRange(max = 3) int rotations) {
        RefreshToken token = RefreshToken.first();
        for (int i = 0; i < rotations; i++) {
            token = token.next();
        }

        assertThat(RefreshToken.parse(token.text())).contains(token);
        assertThat(token.toString() + token.hash()).doesNotContain(token.secret(), token.session());
    }

    @Provide
    Arbitrary<String> value() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(30)
                        .map(text -> TextNode.valueOf(text).toString()),
                Arbitraries.longs().map(Object::toString),
                Arbitraries.of("null", "true", "[]", "{}", "\"\\u0000a@b\"", "\"a@b\"", "\"\\u202ea@b.example\""));
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> name = Arbitraries.of("alg", "typ", "kid", "iss", "aud", "sub", "nonce", "iat", "exp", "nbf");
        Arbitrary<String> more =
                Arbitraries.oneOf(value(), Arbitraries.of("\"RS256\"", "\"none\"", "1e9", "\"\\ud800\""));
        return Combinators.combine(name, more, name, more)
                .as((n1, v1, n2, v2) -> "{\"" + n1 + "\":" + v1 + ",\"" + n2 + "\":" + v2 + "}");
    }

    private static String judge(String text) {
        try {
            IdToken token = IdToken.parse(text);
            if (!token.keyName().equals(SignIns.GOOGLE.keyName())) {
                return "KEY";
            }
            RULES.check(Provider.GOOGLE, token.claims(key()), TOKEN.nonce(), Instant.now());
            return "let in";
        } catch (Untrusted e) {
            return e.fault().name();
        }
    }

    private static RSAPublicKey key() {
        return (RSAPublicKey) SignIns.GOOGLE.key().getPublic();
    }
}
