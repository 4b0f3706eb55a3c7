package io.cordon.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.CheckedApp;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asks the policy of a target of access logs, one of whose sources stands in another stack. */
final class AuditBucketPolicyTest {
    private static final CheckedApp CHECKED = new CheckedApp();
    private static BucketPolicy policy;

    @BeforeAll
    static void logFromAnotherStack() {
        var logs = new AuditBucket(CHECKED.stack, "Target", it -> {}).getBucket();
        new SecureTempBucket(CHECKED.stack("Other"), "Temp", it -> it.accessLogs(logs));
        policy = BucketPolicy.of(CHECKED.template(), "Target");
    }

    @Test
    void letsNobodyDeleteALog() {
        for (var action : new String[] {"s3:DeleteObject", "s3:DeleteObjectVersion"}) {
            assertThat(policy.denies(action, "logs/1", Map.of())).isTrue();
        }
    }

    @Test
    void refusesOldTlsAndPlainHttp() {
        assertThat(policy.denies("s3:GetObject", "logs/1", Map.of("s3:TlsVersion", "1.1")))
                .isTrue();
        assertThat(policy.denies("s3:GetObject", "logs/1", Map.of("aws:SecureTransport", "false")))
                .isTrue();
        assertThat(policy.denies(
                        "s3:GetObject", "logs/1", Map.of("s3:TlsVersion", "1.2", "aws:SecureTransport", "true")))
                .isFalse();
    }

    @Test
    void takesAccessLogsOfThisAccountOnly() {
        var delivery = "logging.s3.amazonaws.com";

        assertThat(policy.allowsService(delivery, "s3:PutObject", "a/1", Map.of("aws:SourceAccount", "111122223333")))
                .isTrue();
        assertThat(policy.allowsService(delivery, "s3:PutObject", "a/1", Map.of("aws:SourceAccount", "444455556666")))
                .isFalse();
        assertThat(policy.allowsService(delivery, "s3:PutObject", "Other/Temp/1", Map.of()))
                .isFalse();
    }

    @Test
    void standsBesideABucketThatLogsToItOrIsFound() {
        assertThat(CHECKED.violations())
                .containsExactly("HIPAA.Security-S3BucketLoggingEnabled", "NIST.800.53.R5-S3BucketLoggingEnabled");
    }
}
