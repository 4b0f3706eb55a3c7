package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Token;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever comes in, the answer is yes or one of the faults, never an error. */
class AccessTokenPropertyTest {
    private static final String FAULTS = "HEADER|FORM|ALGORITHM|KEY|SIGNATURE|CLAIMS|EXPIRED";
    private static final Desk DESK = new Desk();
    private static final String GOOD = DESK.token().signed();

    @Property(tries = 500)
    void anyTextIsRefused(@ForAll @StringLength(max = 3000) String text) {
        assertThat(DESK.judge(text)).matches(FAULTS);
    }

    @Property(tries = 500)
    void anyOtherCharacterAnywhereIsRefused(@ForAll @IntRange(max = 10_000) int at, @ForAll char other) {
        int place = at % GOOD.length();
        String bent = GOOD.substring(0, place) + other + GOOD.substring(place + 1);

        assertThat(DESK.judge(bent)).matches(other == GOOD.charAt(place) ? "let in" : FAULTS);
    }

    @Property(tries = 300)
    void anySignedHeaderIsRefused(@ForAll("json") String header) {
        assertThat(DESK.judge(Token.signed(header, DESK.token().claims(), DESK.key)))
                .matches(FAULTS);
    }

    @Property(tries = 300)
    void anySignedClaimsAreRefused(@ForAll("json") String claims) {
        assertThat(DESK.judge(Token.signed(DESK.token().header(), claims, DESK.key)))
                .matches(FAULTS);
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> scalar = Arbitraries.oneOf(
                Arbitraries.longs().map(Object::toString),
                Arbitraries.doubles().map(Object::toString),
                Arbitraries.strings().ofMaxLength(10),
                Arbitraries.of("\"ES256\"", "null", "true", "[]", "{}", "\"at+jwt\"", "\"\\ud800\"", "\"\\u0000\""));
        Arbitrary<String> name = Arbitraries.of("alg", "typ", "kid", "iss", "aud", "sub", "jti", "iat", "exp", "nbf");
        return Combinators.combine(name, scalar, name, scalar)
                .as((n1, v1, n2, v2) -> "{\"" + n1 + "\":" + v1 + ",\"" + n2 + "\":" + v2 + "}");
    }
}
