package io.cordon.runtime.platform;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The one factory of AWS clients. Region, credentials and endpoint come from the SDK's standard variables alone, so the
 * same code talks to an account or to whatever {@code AWS_ENDPOINT_URL} names (an endpoint with an IP address makes the
 * SDK address buckets by path).
 */
public final class AwsClients {
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    /** Below the functions' timeout of 10 seconds, so that a caller gets a problem and not a broken gateway. */
    private static final Duration CALL = Duration.ofSeconds(7);

    private static final Duration LONG_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration LONG_CALL = Duration.ofSeconds(45);

    /** An answer of 8,192 tokens at 70 a second; Bedrock sends no byte of it before the last one is there. */
    private static final Duration MODEL_ATTEMPT = Duration.ofSeconds(120);

    private AwsClients() {}

    /** Bedrock's models; each call sets how long it may take with its repetitions. */
    public static BedrockRuntimeClient bedrockRuntime() {
        return BedrockRuntimeClient.builder()
                .httpClient(http(MODEL_ATTEMPT))
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(MODEL_ATTEMPT).retryStrategy(BedrockRetries.strategy()))
                .build();
    }

    /** DynamoDB. */
    public static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .httpClient(http())
                .overrideConfiguration(limits())
                .build();
    }

    /** KMS. */
    public static KmsClient kms() {
        return KmsClient.builder()
                .httpClient(http())
                .overrideConfiguration(limits())
                .build();
    }

    /** S3, for calls. */
    public static S3Client s3() {
        return S3Client.builder()
                .httpClient(http())
                .overrideConfiguration(limits())
                .build();
    }

    /** CloudTrail, for a check that nobody waits for. */
    public static CloudTrailClient cloudTrail() {
        return CloudTrailClient.builder()
                .httpClient(http(LONG_ATTEMPT))
                .overrideConfiguration(limits(LONG_ATTEMPT, LONG_CALL))
                .build();
    }

    /** S3, for reading objects of any length in a check that nobody waits for. */
    public static S3Client s3ForLongReads() {
        return S3Client.builder()
                .httpClient(http(LONG_ATTEMPT))
                .overrideConfiguration(limits(LONG_ATTEMPT, LONG_CALL))
                .build();
    }

    /** S3, for signatures that are handed out; makes no call of its own. */
    public static S3Presigner s3Presigner() {
        return S3Presigner.create();
    }

    private static SdkHttpClient http() {
        return http(ATTEMPT);
    }

    private static SdkHttpClient http(Duration attempt) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(ATTEMPT)
                .socketTimeout(attempt)
                .build();
    }

    private static ClientOverrideConfiguration limits() {
        return limits(ATTEMPT, CALL);
    }

    private static ClientOverrideConfiguration limits(Duration attempt, Duration call) {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call)
                .build();
    }
}
