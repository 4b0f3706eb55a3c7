package io.cordon.runtime.people;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import java.nio.ByteBuffer;
import java.util.Map;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

/** The key of one item, in the hands of the AWS Encryption SDK: AES-256-GCM with key commitment, no signature. */
final class ItemKey {
    private final AwsCrypto crypto = AwsCrypto.builder()
            .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
            .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
            .withMaxEncryptedDataKeys(1)
            .build();
    private final IKeyring keyring;

    ItemKey(ByteBuffer key) {
        this.keyring = MaterialProviders.builder()
                .MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
                .build()
                .CreateRawAesKeyring(CreateRawAesKeyringInput.builder()
                        .keyNamespace("cordon")
                        .keyName("item-1")
                        .wrappingKey(key)
                        .wrappingAlg(AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16)
                        .build());
    }

    byte[] seal(byte[] content, Map<String, String> bound) {
        return crypto.encryptData(keyring, content, bound).getResult();
    }

    /** The SDK compares what it is told with what the message is bound to; its errors are of several families. */
    byte[] open(byte[] sealed, Map<String, String> bound) {
        try {
            return crypto.decryptData(keyring, sealed, bound).getResult();
        } catch (RuntimeException e) {
            throw new BrokenSeal();
        }
    }
}
