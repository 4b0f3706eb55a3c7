package io.cordon.runtime.platform;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How clients reach AWS, and as whom.
 *
 * @param network a client for connections that open within the first duration and are silent for no longer than the second
 */
record AwsWiring(
        BiFunction<Duration, Duration, SdkHttpClient> network, Supplier<? extends AwsCredentialsProvider> credentials) {
    /** By the JDK's own connections, as whom the SDK's standard places say. */
    static final AwsWiring STANDARD = new AwsWiring(
            AwsWiring::urlConnections,
            () -> DefaultCredentialsProvider.builder().build());

    private static SdkHttpClient urlConnections(Duration connection, Duration attempt) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(connection)
                .socketTimeout(attempt)
                .build();
    }
}
