package io.cordon.runtime.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.identity.Unusable.Fault;
import io.cordon.runtime.platform.Sha256;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A provider's public keys for RS256 (RFC 7517), by their names. */
public final class KeySet {
    /** Providers publish two or three. */
    private static final int MOST = 32;

    private static final int WEAKEST_BITS = 2048;
    private static final int LONGEST_BITS = 8192;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._=-]{1,128}");

    private final SortedMap<String, RSAPublicKey> keys;

    private KeySet(SortedMap<String, RSAPublicKey> keys) {
        this.keys = Collections.unmodifiableSortedMap(keys);
    }

    /**
     * Reads a JWKS. Keys of another kind or for another use are left out; one for RS256 that is weak, broken or named like
     * another spoils the whole set, because then nobody knows what else is wrong with it.
     *
     * @throws Unusable if it is none
     */
    public static KeySet read(String json) {
        JsonNode list = StrictJson.object(json)
                .map(object -> object.path("keys"))
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new Unusable(Fault.MALFORMED));
        require(list.size() <= MOST);
        SortedMap<String, RSAPublicKey> keys = new TreeMap<>();
        for (JsonNode key : list) {
            require(key.isObject());
            if (isForRs256(key)) {
                require(keys.put(name(key), key(key)) == null);
            }
        }
        if (keys.isEmpty()) {
            throw new Unusable(Fault.EMPTY);
        }
        return new KeySet(keys);
    }

    /** The key of this name. */
    public Optional<RSAPublicKey> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** Whether a key of the same name and value is in both. */
    boolean sharesAnyWith(KeySet other) {
        return keys.entrySet().stream()
                .anyMatch(key -> other.find(key.getKey())
                        .filter(same -> same.getModulus().equals(key.getValue().getModulus()))
                        .isPresent());
    }

    /** What tells this set from any other: a SHA-256 over names and keys, whatever the order and the spelling. */
    String fingerprint() {
        return Sha256.hex(text());
    }

    /** The set as JWKS: only what was read, in one order. */
    String text() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, RSAPublicKey> key : keys.entrySet()) {
            set.withArray("/keys")
                    .addObject()
                    .put("kty", "RSA")
                    .put("kid", key.getKey())
                    .put("n", number(key.getValue().getModulus()))
                    .put("e", number(EXPONENT));
        }
        return set.toString();
    }

    private static boolean isForRs256(JsonNode key) {
        return key.path("kty").asText().equals("RSA")
                && key.path("use").asText("sig").equals("sig")
                && key.path("alg").asText("RS256").equals("RS256");
    }

    private static String name(JsonNode key) {
        String name = key.path("kid").asText();
        require(key.path("kid").isTextual() && NAME.matcher(name).matches());
        return name;
    }

    private static RSAPublicKey key(JsonNode key) {
        BigInteger modulus = number(key.path("n"));
        require(modulus.bitLength() >= WEAKEST_BITS && modulus.bitLength() <= LONGEST_BITS && modulus.testBit(0));
        require(number(key.path("e")).equals(EXPONENT));
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, EXPONENT));
        } catch (GeneralSecurityException e) {
            throw new Unusable(Fault.MALFORMED);
        }
    }

    private static BigInteger number(JsonNode value) {
        return StrictJson.bytes(value.asText())
                .map(bytes -> new BigInteger(1, bytes))
                .orElseThrow(() -> new Unusable(Fault.MALFORMED));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return StrictJson.encoded(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new Unusable(Fault.MALFORMED);
        }
    }
}
