package io.cordon.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.LocalProvider;
import io.cordon.runtime.local.SignIns;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    private static final LocalProvider ONE = SignIns.GOOGLE.rotated();
    private static final LocalProvider OTHER = SignIns.GOOGLE.rotated();

    @Test
    void findsKeysByTheirNames() {
        KeySet keys = KeySet.read(set(ONE.jwk(), OTHER.jwk()));

        assertThat(keys.find(ONE.keyName())).contains((RSAPublicKey) ONE.key().getPublic());
        assertThat(keys.find("another")).isEmpty();
    }

    @Test
    void readsAgainWhatItWrote() {
        KeySet keys = KeySet.read(set(ONE.jwk(), OTHER.jwk()));

        assertThat(KeySet.read(keys.text()).text()).isEqualTo(keys.text());
        assertThat(keys.text()).doesNotContain("\"d\"", "use");
    }

    @Test
    void hasOneFingerprintHoweverItIsWritten() {
        KeySet keys = KeySet.read(set(ONE.jwk(), OTHER.jwk()));
        ObjectNode longer = ONE.jwk().put("x5t", "words");

        assertThat(KeySet.read(set(OTHER.jwk(), longer)).fingerprint()).isEqualTo(keys.fingerprint());
        assertThat(KeySet.read(set(ONE.jwk())).fingerprint()).isNotEqualTo(keys.fingerprint());
    }

    @Test
    void sharesAKeyOnlyIfNameAndValueAreTheSame() {
        KeySet one = KeySet.read(set(ONE.jwk()));
        ObjectNode sameName = OTHER.jwk().put("kid", ONE.keyName());
        ObjectNode sameValue = ONE.jwk().put("kid", "another");

        assertThat(one.sharesAnyWith(KeySet.read(set(ONE.jwk(), OTHER.jwk())))).isTrue();
        assertThat(one.sharesAnyWith(KeySet.read(set(sameName)))).isFalse();
        assertThat(one.sharesAnyWith(KeySet.read(set(sameValue)))).isFalse();
    }

    @Test
    void leavesOutWhatIsNotForRs256() {
        KeySet keys = KeySet.read(set(
                ONE.jwk(),
                OTHER.jwk().put("kid", "a").put("kty", "EC"),
                OTHER.jwk().put("kid", "b").put("use", "enc"),
                OTHER.jwk().put("kid", "c").put("alg", "RS512")));

        assertThat(keys.text()).isEqualTo(KeySet.read(set(ONE.jwk())).text());
    }

    static Stream<Arguments> spoils() {
        KeyPair weak = LocalProvider.pair(1024);
        LocalProvider weakling = new LocalProvider("google", "i", "c", "weak", weak);
        return Stream.of(
                spoil("weak", key -> key.setAll(weakling.jwk())),
                spoil("no name", key -> key.remove("kid")),
                spoil("a number for a name", key -> key.put("kid", 7)),
                spoil("an empty name", key -> key.put("kid", "")),
                spoil("a name with words", key -> key.put("kid", "two words")),
                spoil("the name of another", key -> key.put("kid", ONE.keyName())),
                spoil("no modulus", key -> key.remove("n")),
                spoil("no Base64", key -> key.put("n", "???")),
                spoil(
                        "an even modulus",
                        key -> key.put("n", key.get("n").asText().replaceAll(".$", "A"))),
                spoil("another exponent", key -> key.put("e", "Aw")),
                spoil("no exponent", key -> key.remove("e")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoils")
    void isSpoiledByOneKeyThatIsWrong(String what, Consumer<ObjectNode> change) {
        ObjectNode key = OTHER.jwk();
        change.accept(key);

        assertMalformed(set(ONE.jwk(), key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[7]}",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[]} x",
                "<html>"
            })
    void isNothingElse(String text) {
        assertMalformed(text);
    }

    @Test
    void isNotEmptyAndNotEndless() {
        assertThatThrownBy(() -> KeySet.read("{\"keys\":[]}"))
                .isInstanceOf(Unusable.class)
                .hasMessage("EMPTY");
        assertMalformed(set(Stream.generate(ONE::jwk).limit(33).toArray(ObjectNode[]::new)));
    }

    private static Arguments spoil(String what, Consumer<ObjectNode> change) {
        return Arguments.of(what, change);
    }

    private static void assertMalformed(String json) {
        assertThatThrownBy(() -> KeySet.read(json)).isInstanceOf(Unusable.class).hasMessage("MALFORMED");
    }

    private static String set(ObjectNode... keys) {
        ObjectNode set = new JsonMapper().createObjectNode();
        ArrayNode list = set.putArray("keys");
        for (ObjectNode key : keys) {
            list.add(key);
        }
        return set.toString();
    }
}
