package io.cordon.runtime.people;

import io.cordon.runtime.platform.AwsCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * One call of KMS for an item: its key, which KMS binds to the person. Under it the AWS Encryption SDK seals each field,
 * bound to person and field; its own KMS keyring would take a call for each field.
 */
public final class KmsFieldCipher implements FieldCipher {
    private final KmsClient client;
    private final String keyId;

    /** New items' keys are wrapped by this one. */
    public KmsFieldCipher(KmsClient client, String keyId) {
        this.client = client;
        this.keyId = keyId;
    }

    @Override
    public Sealed seal(PersonId person, Map<Field, String> fields) {
        GenerateDataKeyResponse key = AwsCall.make(() -> client.generateDataKey(
                ask -> ask.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(bound(person))));
        ItemKey itemKey = new ItemKey(key.plaintext().asByteBuffer());
        Map<Field, String> sealed = new EnumMap<>(Field.class);
        fields.forEach((field, text) ->
                sealed.put(field, text(itemKey.seal(text.getBytes(StandardCharsets.UTF_8), bound(person, field)))));
        return new Sealed(key.keyId(), text(key.ciphertextBlob().asByteArray()), sealed);
    }

    @Override
    public Map<Field, String> open(PersonId person, Sealed sealed) {
        ItemKey itemKey = unwrapped(person, sealed);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        sealed.fields()
                .forEach((field, text) -> fields.put(
                        field, new String(itemKey.open(bytes(text), bound(person, field)), StandardCharsets.UTF_8)));
        return fields;
    }

    private ItemKey unwrapped(PersonId person, Sealed sealed) {
        return AwsCall.make(() -> {
            try {
                return new ItemKey(client.decrypt(ask -> ask.keyId(sealed.keyId())
                                .ciphertextBlob(SdkBytes.fromByteArray(bytes(sealed.itemKey())))
                                .encryptionContext(bound(person)))
                        .plaintext()
                        .asByteBuffer());
            } catch (InvalidCiphertextException e) {
                throw new BrokenSeal();
            }
        });
    }

    /** KMS writes it into the trail: the id says nothing of the person. */
    private static Map<String, String> bound(PersonId person) {
        return Map.of("purpose", "person", "person", person.value());
    }

    private static Map<String, String> bound(PersonId person, Field field) {
        return Map.of("purpose", "person", "person", person.value(), "field", field.attribute());
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenSeal();
        }
    }
}
