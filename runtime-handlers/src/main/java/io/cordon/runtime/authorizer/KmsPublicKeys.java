package io.cordon.runtime.authorizer;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** Asks KMS. */
final class KmsPublicKeys implements PublicKeys {
    private final KmsClient client;

    KmsPublicKeys(KmsClient client) {
        this.client = client;
    }

    @Override
    public Optional<ECPublicKey> find(String key) {
        try {
            return Optional.of(es256(client.getPublicKey(get -> get.keyId(key))));
        } catch (DisabledException | KmsInvalidStateException | NotFoundException e) {
            // Switched off, about to be deleted, or deleted: somebody has decided that.
            return Optional.empty();
        } catch (SdkException e) {
            throw new Outage(reason(e));
        }
    }

    private static ECPublicKey es256(GetPublicKeyResponse answer) {
        if (answer.keySpec() != KeySpec.ECC_NIST_P256 || answer.keyUsage() != KeyUsageType.SIGN_VERIFY) {
            throw new Outage("Kms key is not for ES256");
        }
        try {
            X509EncodedKeySpec encoded =
                    new X509EncodedKeySpec(answer.publicKey().asByteArray());
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
        } catch (GeneralSecurityException e) {
            throw new Outage("Kms public key is malformed");
        }
    }

    /** An SDK message may quote the key or the role, so only the error code is kept. */
    private static String reason(SdkException e) {
        return e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? "Kms " + service.awsErrorDetails().errorCode()
                : "Kms " + e.getClass().getSimpleName();
    }
}
