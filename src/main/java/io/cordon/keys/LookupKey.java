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
 * Turns an e-mail address into a value by which its owner is found and that nobody can turn back.
 *
 * <p>A bare hash of an address is no secret: whoever has a list of addresses hashes them all. KMS computes this HMAC and
 * never hands out its key. Such a key cannot rotate, so what is stored starts with its {@link #getVersion() version}.
 */
public final class LookupKey extends Construct {
    /** The one algorithm of the key, for requests to {@code GenerateMac} and {@code VerifyMac}. */
    public static final String ALGORITHM = "HMAC_SHA_256";

    private final IKey key;
    private final int version;

    /** Creates the key as {@code props} says: {@code new LookupKey(this, "Lookup", it -> it.aliasPrefix("clinic"))}. */
    public LookupKey(Construct scope, String id, Consumer<LookupKeyProps.Builder> props) {
        this(scope, id, LookupKeyProps.from(props));
    }

    /** Creates the key. */
    public LookupKey(Construct scope, String id, LookupKeyProps props) {
        super(scope, id);

        this.key = props.key != null ? props.key : hmacKey(props);
        this.version = props.version;
        DataClass.of(this).phi();
    }

    /** Returns the key. */
    public IKey getKey() {
        return key;
    }

    /** Returns what every stored value starts with, such as {@code v1}: it names the key that can find it again. */
    public String getVersion() {
        return "v" + version;
    }

    /** Computes values: for functions that write a person's index entry or look one up. */
    public Grant grantGenerateMac(IGrantable grantee) {
        return grant(grantee, "kms:GenerateMac");
    }

    /** Compares values without being able to compute one: for functions that only check. */
    public Grant grantVerifyMac(IGrantable grantee) {
        return grant(grantee, "kms:VerifyMac");
    }

    private Grant grant(IGrantable grantee, String action) {
        return Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(grantee)
                .actions(List.of(action))
                .resourceArns(List.of(key.getKeyArn()))
                .conditions(Map.of("StringEquals", Map.of("kms:MacAlgorithm", ALGORITHM)))
                .build());
    }

    private Key hmacKey(LookupKeyProps props) {
        return Key.Builder.create(this, "Key")
                .description("Finds people by the HMAC of an address, version " + props.version + ", for "
                        + getNode().getPath())
                .keySpec(KeySpec.HMAC_256)
                .keyUsage(KeyUsage.GENERATE_VERIFY_MAC)
                .alias(props.alias("lookup-v" + props.version))
                .pendingWindow(props.pendingWindow)
                .removalPolicy(props.removalPolicy)
                .build();
    }
}
