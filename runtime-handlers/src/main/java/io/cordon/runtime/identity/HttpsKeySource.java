package io.cordon.runtime.identity;

import io.cordon.runtime.identity.Unusable.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Asks the provider itself, with a limit on everything: no redirect, no long answer, no slow one. */
final class HttpsKeySource implements KeySource {
    /** Ten times as much as Google and Apple send. */
    static final int LARGEST = 32 * 1024;
    /** For the whole answer, so that nobody can hold the function with a byte now and then. */
    static final Duration LONGEST = Duration.ofSeconds(8);

    private final SdkHttpClient client;
    private final Function<Provider, URI> places;

    HttpsKeySource(SdkHttpClient client, Function<Provider, URI> places) {
        this.client = client;
        this.places = places;
    }

    @Override
    public KeySet fetch(Provider provider) {
        SdkHttpRequest get = SdkHttpRequest.builder()
                .uri(places.apply(provider))
                .method(SdkHttpMethod.GET)
                .putHeader("Accept", "application/json")
                .build();
        try {
            return KeySet.read(answer(get));
        } catch (IOException e) {
            throw new Unusable(Fault.UNREACHABLE);
        }
    }

    private String answer(SdkHttpRequest get) throws IOException {
        HttpExecuteResponse response = client.prepareRequest(
                        HttpExecuteRequest.builder().request(get).build())
                .call();
        try (InputStream body =
                response.responseBody().<InputStream>map(it -> it).orElseGet(InputStream::nullInputStream)) {
            if (response.httpResponse().statusCode() != 200) {
                throw new Unusable(Fault.STATUS);
            }
            return new String(read(body), StandardCharsets.UTF_8);
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        byte[] bytes = new byte[LARGEST + 1];
        long end = System.nanoTime() + LONGEST.toNanos();
        int length = 0;
        for (int more = 0; more >= 0; more = body.read(bytes, length, bytes.length - length)) {
            length += more;
            if (length > LARGEST) {
                throw new Unusable(Fault.SIZE);
            }
            if (System.nanoTime() > end) {
                throw new Unusable(Fault.UNREACHABLE);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
