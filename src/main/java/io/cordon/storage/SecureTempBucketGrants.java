package io.cordon.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;

/**
 * Who may do what in a {@link SecureTempBucket}, each below one prefix and with named actions.
 *
 * <p>The key can be used through S3 and for this bucket only. Uploads are single PUTs: the parts of a multipart upload
 * need a right to decrypt, which one who only writes should not have.
 */
public final class SecureTempBucketGrants {
    private final SecureTempBucket owner;
    private final List<String> uploadPrefixes;

    SecureTempBucketGrants(SecureTempBucket owner, List<String> uploadPrefixes) {
        this.owner = owner;
        this.uploadPrefixes = uploadPrefixes;
    }

    /**
     * Puts objects where people upload; for the function that signs their URLs.
     *
     * @param prefix one of the upload prefixes, or below one; ends with a slash
     * @throws IllegalArgumentException if it is neither
     */
    public Grant upload(IGrantable grantee, String prefix) {
        if (uploadPrefixes.stream().noneMatch(prefix::startsWith)) {
            throw new IllegalArgumentException("prefix: " + prefix + "; an upload goes below "
                    + String.join(" or ", uploadPrefixes) + "; use it or add it to uploadPrefixes");
        }
        return result(grantee, prefix);
    }

    /** Reads and deletes objects, any version of them; for the function that works on uploads or hands results out. */
    public Grant process(IGrantable grantee, String prefix) {
        return onObjects(
                        grantee,
                        prefix,
                        "s3:DeleteObject",
                        "s3:DeleteObjectVersion",
                        "s3:GetObject",
                        "s3:GetObjectVersion")
                .combine(onKey(grantee, "kms:Decrypt"));
    }

    /** Puts objects, results for instance; where the bucket names endpoints, only through one of them. */
    public Grant result(IGrantable grantee, String prefix) {
        return onObjects(grantee, prefix, "s3:PutObject").combine(onKey(grantee, "kms:GenerateDataKey"));
    }

    /** Lists versions and deletes them, without a right to read; for the function that cleans up. */
    public Grant erase(IGrantable grantee, String prefix) {
        return onObjects(grantee, prefix, "s3:DeleteObject", "s3:DeleteObjectVersion")
                .combine(Grant.addToPrincipal(options(grantee, "s3:ListBucketVersions")
                        .resourceArns(List.of(owner.getBucket().getBucketArn()))
                        .conditions(Map.of("StringLike", Map.of("s3:prefix", prefix + "*")))
                        .build()));
    }

    private Grant onObjects(IGrantable grantee, String prefix, String... actions) {
        var objects = owner.getBucket().arnForObjects(ObjectPrefix.checked(prefix) + "*");
        return Grant.addToPrincipal(
                options(grantee, actions).resourceArns(List.of(objects)).build());
    }

    /** With bucket keys S3 names the bucket to KMS, without them the object: both are this bucket. */
    private Grant onKey(IGrantable grantee, String action) {
        var arn = owner.getBucket().getBucketArn();
        return Grant.addToPrincipal(options(grantee, action)
                .resourceArns(List.of(owner.getEncryptionKey().getKeyArn()))
                .conditions(new TreeMap<>(Map.of(
                        "StringEquals",
                        Map.of("kms:ViaService", "s3." + Stack.of(owner).getRegion() + ".amazonaws.com"),
                        "StringLike",
                        Map.of("kms:EncryptionContext:aws:s3:arn", List.of(arn, arn + "/*")))))
                .build());
    }

    private static GrantOnPrincipalOptions.Builder options(IGrantable grantee, String... actions) {
        return GrantOnPrincipalOptions.builder().grantee(grantee).actions(Arrays.asList(actions));
    }
}
