package io.cordon.runtime.authorizer;

import static io.cordon.runtime.local.Token.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.Token;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row is a guarantee: what somebody tries, the token, and the fault it is refused for. */
class HostileTokenTest {
    private static final Desk DESK = new Desk();
    private static final LocalKms.Key KEY = DESK.key;
    private static final String GOOD = DESK.token().signed();
    private static final String[] PARTS = GOOD.split("\\.", -1);
    private static final String HEADER = DESK.token().header();
    private static final String CLAIMS = DESK.token().claims();

    @Test
    void theTokenThatTheRowsBendIsGood() {
        assertThat(DESK.judge(GOOD)).isEqualTo("let in");
        assertThat(DESK.judge(Token.signed(HEADER, CLAIMS, KEY))).isEqualTo("let in");
        assertThat(DESK.judge(DESK.token().header("typ", "\"AT+JWT\"").signed()))
                .isEqualTo("let in");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"algorithms", "keys", "signatures", "forms"})
    void isRefused(String attempt, String token, String fault) {
        assertThat(DESK.judge(token)).as(attempt).isEqualTo(fault);
    }

    static Stream<Arguments> algorithms() throws GeneralSecurityException {
        return Stream.of(
                row("no signature asked for", header("alg", "\"none\"") + ".", "ALGORITHM"),
                row("none in other letters", header("alg", "\"nOnE\"") + ".", "ALGORITHM"),
                row("HMAC with the public key as secret", hmac(), "ALGORITHM"),
                row("another curve", DESK.token().header("alg", "\"ES384\"").signed(), "ALGORITHM"),
                row("RSA", DESK.token().header("alg", "\"RS256\"").signed(), "ALGORITHM"),
                row("two algorithms", DESK.token().header("alg", "[\"ES256\"]").signed(), "ALGORITHM"),
                row("no algorithm", DESK.token().header("alg", null).signed(), "ALGORITHM"),
                row("an identity token", DESK.token().header("typ", "\"JWT\"").signed(), "ALGORITHM"),
                row("no type", DESK.token().header("typ", null).signed(), "ALGORITHM"),
                row(
                        "a critical extension",
                        DESK.token().header("crit", "[\"x\"]").signed(),
                        "ALGORITHM"),
                row(
                        "an unencoded payload",
                        DESK.token()
                                .header("b64", "false")
                                .header("crit", "[\"b64\"]")
                                .signed(),
                        "ALGORITHM"),
                row(
                        "a key of its own",
                        DESK.token().header("jwk", "{\"kty\":\"EC\"}").signed(),
                        "ALGORITHM"),
                row(
                        "a place for keys",
                        DESK.token().header("jku", "\"https://x\"").signed(),
                        "ALGORITHM"),
                row("compressed claims", DESK.token().header("zip", "\"DEF\"").signed(), "ALGORITHM"));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                row("no key", DESK.token().header("kid", null).signed(), "ALGORITHM"),
                row("a key that is no text", DESK.token().header("kid", "1").signed(), "KEY"),
                row("an unknown key", DESK.token().header("kid", "\"other\"").signed(), "KEY"),
                row(
                        "the key by its ARN",
                        DESK.token().header("kid", "\"" + KEY.arn() + "\"").signed(),
                        "KEY"),
                row(
                        "a path to a key",
                        DESK.token().header("kid", "\"../" + KEY.id() + "\"").signed(),
                        "KEY"),
                row("an empty key", DESK.token().header("kid", "\"\"").signed(), "KEY"));
    }

    static Stream<Arguments> signatures() {
        return Stream.of(
                row("signed by somebody else", Token.signed(HEADER, CLAIMS, LocalKms.key()), "SIGNATURE"),
                row("other claims", PARTS[0] + "." + encoded("{}".getBytes(UTF_8)) + "." + PARTS[2], "SIGNATURE"),
                row("other header", encoded(spaced().getBytes(UTF_8)) + "." + PARTS[1] + "." + PARTS[2], "SIGNATURE"),
                row("no signature", PARTS[0] + "." + PARTS[1] + ".", "SIGNATURE"),
                row("a signature of zeros", PARTS[0] + "." + PARTS[1] + "." + encoded(new byte[64]), "SIGNATURE"),
                row("a short signature", PARTS[0] + "." + PARTS[1] + "." + PARTS[2].substring(0, 84), "SIGNATURE"),
                row("a long signature", GOOD + "AAAA", "SIGNATURE"),
                row("a second spelling of the signature", respelled(), "FORM"));
    }

    static Stream<Arguments> forms() {
        String deep = "[".repeat(900) + "]".repeat(900);
        return Stream.of(
                row("nothing but dots", "..", "FORM"),
                row("two parts", PARTS[0] + "." + PARTS[1], "FORM"),
                row("an encrypted token of five parts", GOOD + ".x.y", "FORM"),
                row("a single word", "abc", "FORM"),
                row("Base64 that is none", "a." + PARTS[1] + "." + PARTS[2], "FORM"),
                row("a header that is no JSON", Token.signed("SECRET", CLAIMS, KEY), "FORM"),
                row("a header that is a list", Token.signed("[]", CLAIMS, KEY), "FORM"),
                row("a name twice", Token.signed(HEADER.replace("{", "{\"alg\":\"none\","), CLAIMS, KEY), "FORM"),
                row("more after the header", Token.signed(HEADER + "{}", CLAIMS, KEY), "FORM"),
                row("a deep header", Token.signed("{\"alg\":" + deep + "}", CLAIMS, KEY), "FORM"),
                row("deep claims", DESK.token().claim("x", deep).signed(), "FORM"),
                row("claims that are no JSON", Token.signed(HEADER, "SECRET", KEY), "FORM"),
                row("a claim twice", Token.signed(HEADER, CLAIMS.replace("{", "{\"sub\":\"x\","), KEY), "FORM"),
                row("endless digits", DESK.token().claim("x", "9".repeat(100)).signed(), "FORM"),
                row(
                        "more than 8 KB",
                        DESK.token().claim("x", "\"" + "y".repeat(8000) + "\"").signed(),
                        "HEADER"));
    }

    private static Arguments row(String attempt, String token, String fault) {
        return Arguments.of(attempt, token, fault);
    }

    private static String header(String name, String json) {
        return DESK.token().header(name, json).signed().replaceFirst("\\.[^.]*$", "");
    }

    private static String hmac() throws GeneralSecurityException {
        String content = header("alg", "\"HS256\"");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.pair().getPublic().getEncoded(), "HmacSHA256"));
        return content + "." + encoded(mac.doFinal(content.getBytes(UTF_8)));
    }

    private static String spaced() {
        return HEADER.replace(":", ": ");
    }

    /** 64 bytes leave four bits of the last character unused. */
    private static String respelled() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(GOOD.charAt(GOOD.length() - 1));
        return GOOD.substring(0, GOOD.length() - 1) + alphabet.charAt(last + 1);
    }
}
