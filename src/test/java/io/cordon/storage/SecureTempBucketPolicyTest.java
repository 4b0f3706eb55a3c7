package io.cordon.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the policy as an attacker would, who holds every right that IAM can give. */
final class SecureTempBucketPolicyTest {
    private static final String SSE = "s3:x-amz-server-side-encryption";
    private static final String SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    private static final Map<String, String> INSIDE =
            Map.of("aws:sourceVpce", "vpce-0a1b", "aws:PrincipalIsAWSService", "false");
    private static final Map<String, String> OUTSIDE = Map.of("aws:PrincipalIsAWSService", "false");

    private static final BucketPolicy OPEN = policy(new TempStack(it -> {}));
    private static final BucketPolicy RESTRICTED = policy(
            new TempStack(it -> it.endpointIds("vpce-0a1b", "vpce-0c2d").uploadPrefixes("incoming/", "photos/")));

    private static BucketPolicy policy(TempStack stack) {
        return BucketPolicy.of(stack.checked.template(), "Temp");
    }

    private static boolean refusesPut(Map<String, String> headers) {
        return OPEN.denies("s3:PutObject", "incoming/1", headers);
    }

    @Test
    void fillsInAMissingEncryptionHeader() {
        assertThat(refusesPut(Map.of())).isFalse();
    }

    @Test
    void acceptsTheRightEncryptionHeaders() {
        assertThat(refusesPut(Map.of(SSE, "aws:kms", SSE_KEY, "arn:key"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES256", "aws:kms:dsse", "aws:fsx", ""})
    void refusesOtherEncryption(String header) {
        assertThat(refusesPut(Map.of(SSE, header, SSE_KEY, "arn:key"))).isTrue();
        assertThat(refusesPut(Map.of(SSE, header))).isTrue();
    }

    @Test
    void refusesOtherKeys() {
        assertThat(refusesPut(Map.of(SSE, "aws:kms", SSE_KEY, "arn:mine"))).isTrue();
        assertThat(refusesPut(Map.of(SSE_KEY, "arn:mine"))).isTrue();
    }

    @Test
    void refusesTheAwsManagedKeyThatS3WouldTakeWhenNoneIsNamed() {
        assertThat(refusesPut(Map.of(SSE, "aws:kms"))).isTrue();
    }

    @Test
    void refusesKeysThatTheCallerBrings() {
        assertThat(refusesPut(Map.of("s3:x-amz-server-side-encryption-customer-algorithm", "AES256")))
                .isTrue();
    }

    @Test
    void refusesOldTlsAndPlainHttp() {
        assertThat(refusesPut(Map.of("s3:TlsVersion", "1.1"))).isTrue();
        assertThat(refusesPut(Map.of("s3:TlsVersion", "1.2", "aws:SecureTransport", "true")))
                .isFalse();
        assertThat(refusesPut(Map.of("s3:TlsVersion", "1.3"))).isFalse();
        assertThat(refusesPut(Map.of("aws:SecureTransport", "false"))).isTrue();
    }

    @Test
    void refusesSignaturesOlderThanTenMinutes() {
        assertThat(refusesPut(Map.of("s3:signatureAge", "600000"))).isFalse();
        assertThat(refusesPut(Map.of("s3:signatureAge", "600001"))).isTrue();
        assertThat(OPEN.denies("s3:GetObject", "results/1", Map.of("s3:signatureAge", "600001")))
                .isTrue();
    }

    @Test
    void letsPeopleUploadFromAnywhere() {
        assertThat(RESTRICTED.denies("s3:PutObject", "incoming/1", OUTSIDE)).isFalse();
        assertThat(RESTRICTED.denies("s3:PutObject", "photos/1", OUTSIDE)).isFalse();
        assertThat(RESTRICTED.denies("s3:PutObject", "results/1", OUTSIDE)).isTrue();
        assertThat(RESTRICTED.denies("s3:PutObject", "incoming", OUTSIDE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectAttributes", "s3:DeleteObject",
                "s3:DeleteObjectVersion", "s3:RestoreObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"
            })
    void keepsObjectsInsideTheEndpoints(String action) {
        assertThat(RESTRICTED.denies(action, "incoming/1", OUTSIDE)).isTrue();
        assertThat(RESTRICTED.denies(action, "incoming/1", Map.of())).isTrue();
        assertThat(RESTRICTED.denies(
                        action,
                        "incoming/1",
                        Map.of("aws:sourceVpce", "vpce-0bad", "aws:PrincipalIsAWSService", "false")))
                .isTrue();
        assertThat(RESTRICTED.denies(action, "incoming/1", INSIDE)).isFalse();
        assertThat(OPEN.denies(action, "incoming/1", OUTSIDE)).isFalse();
    }

    @Test
    void keepsAServiceThatActsForACallerInsideTheEndpoints() {
        var forwarded = Map.of("aws:ViaAWSService", "true", "aws:PrincipalIsAWSService", "false");

        assertThat(RESTRICTED.denies("s3:GetObject", "incoming/1", forwarded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"})
    void keepsListsInsideTheEndpoints(String action) {
        assertThat(RESTRICTED.deniesOnBucket(action, OUTSIDE)).isTrue();
        assertThat(RESTRICTED.deniesOnBucket(action, INSIDE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutLifecycleConfiguration",
                "s3:PutEncryptionConfiguration", "s3:PutBucketLogging", "s3:PutBucketNotification", "s3:DeleteBucket",
                "s3:PutBucketObjectLockConfiguration", "s3:PutBucketTagging", "s3:GetBucketLocation"
            })
    void locksNoAdministratorOut(String action) {
        assertThat(RESTRICTED.deniesOnBucket(action, OUTSIDE)).isFalse();
    }
}
