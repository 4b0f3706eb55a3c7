package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** What KMS does with keys, in its words; an encryption context that is another one is an error, as there. */
final class KmsOperations {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int IV = 12;

    private KmsOperations() {}

    /** An error of KMS. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String code) {
            super(code);
        }
    }

    static ObjectNode answer(String operation, LocalKms.Key key, JsonNode request) throws Refusal {
        try {
            return switch (operation) {
                case "GetPublicKey" -> key.answer();
                case "Sign" -> signed(key, request);
                case "GenerateMac" -> mac(key, request);
                case "GenerateDataKey" -> dataKey(key, request);
                case "Decrypt" -> decrypted(key, request);
                default -> throw new Refusal("UnknownOperationException");
            };
        } catch (GeneralSecurityException | IOException e) {
            throw new Refusal("InvalidCiphertextException");
        }
    }

    private static ObjectNode signed(LocalKms.Key key, JsonNode request)
            throws GeneralSecurityException, IOException, Refusal {
        require(request, "SigningAlgorithm", "ECDSA_SHA_256");
        require(request, "MessageType", "RAW");
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.pair().getPrivate());
        signature.update(request.get("Message").binaryValue());
        return about(key).put("Signature", signature.sign()).put("SigningAlgorithm", "ECDSA_SHA_256");
    }

    private static ObjectNode mac(LocalKms.Key key, JsonNode request)
            throws GeneralSecurityException, IOException, Refusal {
        require(request, "MacAlgorithm", "HMAC_SHA_256");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(secret(key));
        return about(key)
                .put("Mac", mac.doFinal(request.get("Message").binaryValue()))
                .put("MacAlgorithm", "HMAC_SHA_256");
    }

    private static ObjectNode dataKey(LocalKms.Key key, JsonNode request) throws GeneralSecurityException, Refusal {
        require(request, "KeySpec", "AES_256");
        byte[] plain = new byte[32];
        byte[] blob = new byte[IV];
        new SecureRandom().nextBytes(plain);
        new SecureRandom().nextBytes(blob);
        byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, key, blob, request).doFinal(plain);
        byte[] both = Arrays.copyOf(blob, IV + wrapped.length);
        System.arraycopy(wrapped, 0, both, IV, wrapped.length);
        return about(key).put("Plaintext", plain).put("CiphertextBlob", both);
    }

    private static ObjectNode decrypted(LocalKms.Key key, JsonNode request)
            throws GeneralSecurityException, IOException, Refusal {
        byte[] blob = request.get("CiphertextBlob").binaryValue();
        byte[] iv = Arrays.copyOf(blob, IV);
        byte[] plain = cipher(Cipher.DECRYPT_MODE, key, iv, request).doFinal(blob, IV, blob.length - IV);
        return about(key).put("Plaintext", plain).put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    }

    private static Cipher cipher(int mode, LocalKms.Key key, byte[] iv, JsonNode request)
            throws GeneralSecurityException, Refusal {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret(key), new GCMParameterSpec(128, iv));
        TreeMap<String, String> context = new TreeMap<>();
        request.path("EncryptionContext")
                .properties()
                .forEach(it -> context.put(it.getKey(), it.getValue().asText()));
        cipher.updateAAD(context.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey secret(LocalKms.Key key) throws Refusal {
        return key.secret().orElseThrow(() -> new Refusal("InvalidKeyUsageException"));
    }

    private static ObjectNode about(LocalKms.Key key) {
        return JSON.createObjectNode().put("KeyId", key.arn());
    }

    private static void require(JsonNode request, String field, String value) throws Refusal {
        if (!request.path(field).asText().equals(value)) {
            throw new Refusal("ValidationException");
        }
    }
}
