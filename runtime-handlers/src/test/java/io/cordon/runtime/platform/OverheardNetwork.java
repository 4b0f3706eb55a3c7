package io.cordon.runtime.platform;

import io.cordon.runtime.local.Recorder;
import io.cordon.runtime.local.Wire;
import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** The standard way to AWS, on which requests are noted that no client of the SDK makes and no interceptor sees. */
record OverheardNetwork(SdkHttpClient client) implements SdkHttpClient {
    static AwsWiring wiring() {
        return new AwsWiring(OverheardNetwork::open, AwsWiring.STANDARD.credentials());
    }

    private static SdkHttpClient open(Duration connection, Duration attempt) {
        return new OverheardNetwork(AwsWiring.STANDARD.network().apply(connection, attempt));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (Recorder.overheard(request.httpRequest())) {
            Wire.overheard(request.httpRequest(), request.contentStreamProvider());
        }
        return client.prepareRequest(request);
    }

    @Override
    public void close() {
        client.close();
    }
}
