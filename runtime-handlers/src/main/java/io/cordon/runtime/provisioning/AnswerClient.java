package io.cordon.runtime.provisioning;

import io.cordon.runtime.platform.AwsClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Puts an answer where CloudFormation looks for it, several times if it must, and knows whether it arrived. */
final class AnswerClient implements SdkHttpClient {
    private static final Duration CONNECTION = Duration.ofSeconds(3);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SdkHttpClient client;

    private AnswerClient(SdkHttpClient client) {
        this.client = client;
    }

    /** At most 30 seconds for all attempts together: what a custom resource keeps for them. */
    static AnswerClient patient() {
        return new AnswerClient(AwsClients.http(CONNECTION, ATTEMPT));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        byte[] body = body(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return delivered(request, body);
            }

            @Override
            public void abort() {
                // Each attempt ends by its own timeout.
            }
        };
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpExecuteResponse delivered(HttpExecuteRequest request, byte[] body) throws IOException {
        IOException last = new IOException("No attempt was made");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return attempt(request, body);
            } catch (IOException e) {
                last = e;
                LockSupport.parkNanos(PAUSE.toNanos() * attempt);
            }
        }
        throw last;
    }

    private HttpExecuteResponse attempt(HttpExecuteRequest request, byte[] body) throws IOException {
        HttpExecuteResponse response = client.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.httpRequest())
                        .contentStreamProvider(() -> new ByteArrayInputStream(body))
                        .build())
                .call();
        response.responseBody().ifPresent(AbortableInputStream::abort);
        if (!response.httpResponse().isSuccessful()) {
            throw new IOException("Status " + response.httpResponse().statusCode());
        }
        return response;
    }

    private static byte[] body(HttpExecuteRequest request) {
        try (InputStream in = request.contentStreamProvider().orElseThrow().newStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
