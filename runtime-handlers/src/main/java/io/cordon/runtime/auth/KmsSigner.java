package io.cordon.runtime.auth;

import io.cordon.runtime.platform.AwsCall;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Lets KMS sign; the private half never leaves it. */
final class KmsSigner implements Signer {
    private final KmsClient client;
    private final String arn;

    KmsSigner(KmsClient client, String arn) {
        this.client = client;
        this.arn = arn;
    }

    @Override
    public String keyId() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    @Override
    public byte[] sign(byte[] content) {
        return AwsCall.make(() -> client.sign(ask -> ask.keyId(arn)
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)
                        .messageType(MessageType.RAW)
                        .message(SdkBytes.fromByteArray(content)))
                .signature()
                .asByteArray());
    }
}
