package io.cordon.runtime.platform;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
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
    /** Two slow calls still end within the functions' 10 seconds, so that a caller gets a problem and no broken gateway. */
    private static final Duration CALL = Duration.ofSeconds(4);

    private static final Duration LONG_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration LONG_CALL = Duration.ofSeconds(45);
    /** Bedrock tries a bucket before it takes it. */
    private static final Duration SETTING_CALL = Duration.ofSeconds(20);

    /**
     * An answer of 8,192 tokens at 70 a second takes 117 seconds, and a long document is read before: all that a function
     * of 180 seconds has beside the 30 for writing down. Bedrock sends no byte before the last one is there.
     */
    private static final Duration MODEL_ATTEMPT = Duration.ofSeconds(150);

    static {
        // Here, because every function comes by here when it starts.
        Snapshot.prepare();
    }

    private static volatile AwsWiring wiring = AwsWiring.STANDARD;

    private AwsClients() {}

    /** Bedrock's settings, for a deployment. */
    public static BedrockClient bedrock() {
        return client(BedrockClient.builder(), LONG_ATTEMPT, SETTING_CALL);
    }

    /** Bedrock's models; each call sets how long it may take with its repetitions. */
    public static BedrockRuntimeClient bedrockRuntime() {
        return client(
                BedrockRuntimeClient.builder(),
                MODEL_ATTEMPT,
                limits -> limits.apiCallAttemptTimeout(MODEL_ATTEMPT).retryStrategy(BedrockRetries.strategy()));
    }

    /** DynamoDB. */
    public static DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder(), ATTEMPT, CALL);
    }

    /** KMS. */
    public static KmsClient kms() {
        return client(KmsClient.builder(), ATTEMPT, CALL);
    }

    /** S3, for calls. */
    public static S3Client s3() {
        return client(S3Client.builder(), ATTEMPT, CALL);
    }

    /** CloudTrail, for a check that nobody waits for. */
    public static CloudTrailClient cloudTrail() {
        return client(CloudTrailClient.builder(), LONG_ATTEMPT, LONG_CALL);
    }

    /** S3, for reading objects of any length in a check that nobody waits for. */
    public static S3Client s3ForLongReads() {
        return client(S3Client.builder(), LONG_ATTEMPT, LONG_CALL);
    }

    /** S3, for signatures that are handed out; makes no call of its own. */
    public static S3Presigner s3Presigner() {
        return S3Presigner.builder()
                .credentialsProvider(wiring.credentials().get())
                .build();
    }

    /** HTTP without AWS's signature: connections open within the first time, and are silent no longer than the second. */
    public static SdkHttpClient http(Duration connection, Duration attempt) {
        return wiring.network().apply(connection, attempt);
    }

    static void wire(AwsWiring other) {
        wiring = other;
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, Duration attempt, Duration call) {
        return client(
                builder,
                attempt,
                limits -> limits.apiCallAttemptTimeout(attempt).apiCallTimeout(call));
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, Duration attempt, Consumer<ClientOverrideConfiguration.Builder> limits) {
        return builder.httpClient(http(ATTEMPT, attempt))
                .credentialsProvider(wiring.credentials().get())
                .overrideConfiguration(limits)
                .build();
    }
}
