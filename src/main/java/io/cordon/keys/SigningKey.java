package io.cordon.keys;

import io.cordon.compliance.DataClass;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/**
 * A key pair for signatures (ES256), whose private half never leaves KMS.
 *
 * <p>It does not rotate: KMS cannot rotate an asymmetric key, and whoever verifies must know which key signed. A new
 * version is a new key beside the old one; first everybody verifies with both, then the new one signs, then the old one
 * goes.
 */
public final class SigningKey extends Construct {
    private static final String ALGORITHM = "ECDSA_SHA_256";

    private final IKey key;

    /** Creates the key as {@code props} says: {@code new SigningKey(this, "TokensV1", it -> it.aliasPrefix("clinic"))}. */
    public SigningKey(Construct scope, String id, Consumer<SigningKeyProps.Builder> props) {
        this(scope, id, SigningKeyProps.from(props));
    }

    /** Creates the key. */
    public SigningKey(Construct scope, String id, SigningKeyProps props) {
        super(scope, id);

        this.key = props.key != null ? props.key : ellipticKey(props);
    }

    /** Returns the key; its id is what a token names as {@code kid}. */
    public IKey getKey() {
        return key;
    }

    /** Lets {@code grantee} sign, with ES256 only; whoever can do that can be anybody. */
    public Grant grantSign(IGrantable grantee) {
        return Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(grantee)
                .actions(List.of("kms:Sign"))
                .resourceArns(List.of(key.getKeyArn()))
                .conditions(Map.of("StringEquals", Map.of("kms:SigningAlgorithm", ALGORITHM)))
                .build());
    }

    /** Lets {@code grantee} read the public half, to verify by itself. */
    public Grant grantReadPublicKey(IGrantable grantee) {
        return Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(grantee)
                .actions(List.of("kms:GetPublicKey"))
                .resourceArns(List.of(key.getKeyArn()))
                .build());
    }

    private IKey ellipticKey(SigningKeyProps props) {
        var own = Key.Builder.create(this, "Key")
                .description("Signs for " + getNode().getPath() + ", version " + props.version)
                .keySpec(KeySpec.ECC_NIST_P256)
                .keyUsage(KeyUsage.SIGN_VERIFY)
                .alias(props.alias("signing-v" + props.version))
                .pendingWindow(props.pendingWindow)
                .removalPolicy(props.removalPolicy)
                .build();
        DataClass.of(own).application();
        return own;
    }
}
