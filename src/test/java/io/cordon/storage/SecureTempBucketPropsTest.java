package io.cordon.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;

final class SecureTempBucketPropsTest {
    private static final IBucket LOGS = Bucket.fromBucketName(new Stack(), "Logs", "logs");

    private static SecureTempBucketProps.Builder props() {
        return SecureTempBucketProps.builder().accessLogs(LOGS);
    }

    private static void assertRefused(SecureTempBucketProps.Builder props, String problem) {
        assertThatThrownBy(props::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SecureTempBucket: " + problem);
    }

    @Test
    void needsAnAccessLogBucket() {
        assertRefused(
                SecureTempBucketProps.builder(),
                "accessLogs: none; HIPAA asks who read the data; pass an AuditBucket's bucket");
    }

    @Test
    void refusesToKeepDataLongerThanAWeekOrForPartOfADay() {
        assertRefused(props().expiry(Duration.days(8)), "expiry: 8 days; 1 to 7 whole days");
        assertRefused(props().expiry(Duration.days(0)), "expiry: ");
        assertRefused(props().expiry(Duration.hours(36)), "expiry: 1 day 12 hours;");
        assertThatCode(() -> props().expiry(Duration.days(7)).build()).doesNotThrowAnyException();
        assertThatCode(() -> props().expiry(Duration.hours(24)).build()).doesNotThrowAnyException();
    }

    @Test
    void refusesSignaturesThatS3Would() {
        assertRefused(props().longestSignatureAge(Duration.minutes(0)), "longestSignatureAge: ");
        assertRefused(props().longestSignatureAge(Duration.days(8)), "longestSignatureAge: 8 days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*.example.com",
                "http://app.example.com",
                "https://app.example.com/",
                "https://app.example.com/up",
                "app.example.com",
                "https://",
                "https://user@example.com",
                "https://app.example.com?x",
                "HTTPS://APP.EXAMPLE.COM",
                "null",
                "http://localhost:3000"
            })
    void refusesOriginsThatNameNoSecurePage(String origin) {
        assertRefused(props().allowedOrigins(origin), "allowedOrigins: " + origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:3000/",
                "http://localhost.example.com:1",
                "http://127.0.0.1:80"
            })
    void meansLocalhostWithAPortByLocalhost(String origin) {
        assertRefused(props().localhostOrigins(true).allowedOrigins(origin), "allowedOrigins: " + origin);
    }

    @Test
    void acceptsNamedOriginsAndLocalhostOnRequest() {
        assertThatCode(() -> props().localhostOrigins(true)
                        .allowedOrigins("https://app.example.com", "https://a.example:8443", "http://localhost:3000")
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> SecureTempBucketProps.builder()
                        .accessLogsPrefix("logs")
                        .expiry(Duration.days(30))
                        .longestSignatureAge(Duration.days(30))
                        .uploadPrefixes("incoming", "*/")
                        .endpointIds("vpc-1")
                        .allowedOrigins("*", "https://app.example.com", "https://app.example.com")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "accessLogs: none",
                        "accessLogsPrefix: logs;",
                        "expiry: 30 days",
                        "longestSignatureAge: 30 days",
                        "uploadPrefixes: incoming;",
                        "uploadPrefixes: */;",
                        "endpointIds: vpc-1;",
                        "allowedOrigins: *;",
                        "allowedOrigins: https://app.example.com; stated twice");
    }

    @Test
    void needsAtLeastOneUploadPrefix() {
        assertRefused(props().uploadPrefixes(), "uploadPrefixes: none");
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(SecureTempBucketProps.Builder.class.getDeclaredMethods())
                        .filter(it -> it.getReturnType() == SecureTempBucketProps.Builder.class)
                        .map(it -> it.getName()))
                .containsExactlyInAnyOrder(
                        "accessLogs",
                        "accessLogsPrefix",
                        "encryptionKey",
                        "expiry",
                        "longestSignatureAge",
                        "uploadPrefixes",
                        "endpoints",
                        "endpointIds",
                        "allowedOrigins",
                        "localhostOrigins",
                        "requestMetrics",
                        "destroyable");
    }
}
