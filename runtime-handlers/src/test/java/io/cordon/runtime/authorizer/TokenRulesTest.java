package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One claim at a time is bent, on either side of what is allowed. */
class TokenRulesTest {
    private static final long NOW = Desk.NOW.getEpochSecond();
    private final Desk desk = new Desk();

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "jti", "iat", "exp"})
    void isRequired(String claim) {
        assertThat(desk.judge(desk.token().claim(claim, null).signed())).isEqualTo("CLAIMS");
        assertThat(desk.judge(desk.token().claim(claim, "null").signed())).isEqualTo("CLAIMS");
        assertThat(desk.judge(desk.token().claim(claim, "{}").signed())).isEqualTo("CLAIMS");
        assertThat(desk.judge(desk.token().claim(claim, "true").signed())).isEqualTo("CLAIMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "scope"})
    void mayBeLeftOutButNotBeWrong(String claim) {
        assertThat(desk.judge(desk.token().claim(claim, null).signed())).isEqualTo("let in");
        assertThat(desk.judge(desk.token().claim(claim, "null").signed())).isEqualTo("CLAIMS");
        assertThat(desk.judge(desk.token().claim(claim, "[]").signed())).isEqualTo("CLAIMS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://sign-in.example.org/\"",
                "\"https://SIGN-IN.example.org\"",
                "\"https://sign-in.example.or\"",
                "\"\"",
                "[\"https://sign-in.example.org\"]"
            })
    void onlyOurIssuerIsBelieved(String issuer) {
        assertThat(desk.judge(desk.token().claim("iss", issuer).signed())).isEqualTo("CLAIMS");
    }

    @Test
    void theTokenIsForUsAlone() {
        assertThat(audience("[\"clinic-api\"]")).isEqualTo("let in");
        assertThat(audience("\"other-api\"")).isEqualTo("CLAIMS");
        assertThat(audience("[]")).isEqualTo("CLAIMS");
        assertThat(audience("[\"clinic-api\",\"other-api\"]")).isEqualTo("CLAIMS");
        assertThat(audience("[[\"other-api\"]]")).isEqualTo("CLAIMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada@example.org", "a b", "a#b", "CALLER#x", "a/b", "a\\n", "\u00e9"})
    void subjectAndIdAreOpaque(String value) {
        for (String claim : new String[] {"sub", "jti"}) {
            assertThat(desk.judge(desk.token().claim(claim, "\"" + value + "\"").signed()))
                    .isEqualTo("CLAIMS");
            assertThat(desk.judge(desk.token().claim(claim, length(128)).signed()))
                    .isEqualTo("let in");
            assertThat(desk.judge(desk.token().claim(claim, length(129)).signed()))
                    .isEqualTo("CLAIMS");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"\"', let in",
                "'\"documents:read\"', let in",
                "'\"a b\"', let in",
                "'\" a\"', CLAIMS",
                "'\"a  b\"', CLAIMS",
                "'\"a,b\"', CLAIMS",
                "'\"A\"', CLAIMS",
                "'\"a\\nb\"', CLAIMS"
            })
    void scopesAreWordsWithOneSpaceBetween(String scope, String verdict) {
        assertThat(desk.judge(desk.token().claim("scope", scope).signed())).isEqualTo(verdict);
    }

    @Test
    void aTokenEndsToTheSecond() {
        assertThat(life(NOW - 900, NOW)).isEqualTo("EXPIRED");
        assertThat(life(NOW - 899, NOW + 1)).isEqualTo("let in");
        assertThat(life(NOW - 900, NOW - 1)).isEqualTo("EXPIRED");
    }

    @Test
    void noTokenLivesLongerThanAllowed() {
        assertThat(life(NOW, NOW + 900)).isEqualTo("let in");
        assertThat(life(NOW, NOW + 901)).isEqualTo("CLAIMS");
        assertThat(life(NOW, NOW)).isEqualTo("CLAIMS");
        assertThat(life(NOW + 10, NOW + 5)).isEqualTo("CLAIMS");
        assertThat(life(0, 253_402_300_799L)).isEqualTo("CLAIMS");
    }

    @Test
    void theIssuersClockMayBeAMinuteAhead() {
        assertThat(life(NOW + 60, NOW + 600)).isEqualTo("let in");
        assertThat(life(NOW + 61, NOW + 600)).isEqualTo("CLAIMS");
        assertThat(begins(NOW + 60)).isEqualTo("let in");
        assertThat(begins(NOW + 61)).isEqualTo("CLAIMS");
        assertThat(begins(NOW - 1)).isEqualTo("let in");
        assertThat(begins(0)).isEqualTo("let in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e9", "253402300800", "9223372036854775807", "99999999999999999999", "\"1\""})
    void timesAreWholeSeconds(String time) {
        for (String claim : new String[] {"iat", "nbf", "exp"}) {
            assertThat(desk.judge(desk.token().claim(claim, time).signed())).isEqualTo("CLAIMS");
        }
    }

    @Test
    void otherClaimsAreNotRead() {
        assertThat(desk.judge(desk.token().claim("other", "{\"a\":[1]}").signed()))
                .isEqualTo("let in");
    }

    private String audience(String json) {
        return desk.judge(desk.token().claim("aud", json).signed());
    }

    private String life(long issued, long ends) {
        Token token = desk.token().claim("iat", Long.toString(issued)).claim("exp", Long.toString(ends));
        return desk.judge(token.signed());
    }

    private String begins(long time) {
        return desk.judge(desk.token().claim("nbf", Long.toString(time)).signed());
    }

    private static String length(int characters) {
        return "\"" + "a".repeat(characters) + "\"";
    }
}
