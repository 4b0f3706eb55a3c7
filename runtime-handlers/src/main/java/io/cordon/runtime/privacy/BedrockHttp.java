package io.cordon.runtime.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.BedrockServiceClientConfiguration;
import software.amazon.awssdk.services.bedrock.endpoints.BedrockEndpointProvider;

/** Sends what Bedrock's client has no operation for: to where that client would send it, and signed as it would sign it. */
final class BedrockHttp {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIGNING_NAME = "bedrock";

    private static final Duration CONNECTION = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Longer answers are none of Bedrock's. */
    private static final int LONGEST = 64 * 1024;

    private final BedrockServiceClientConfiguration as;
    private final SdkHttpClient http;

    /** Within 20 seconds, all attempts together. */
    BedrockHttp(BedrockClient client) {
        this(client, AwsClients.http(CONNECTION, ATTEMPT));
    }

    BedrockHttp(BedrockClient client, SdkHttpClient http) {
        this.as = client.serviceClientConfiguration();
        this.http = http;
    }

    /**
     * What came back.
     *
     * @param error Bedrock's word for what went wrong; empty if it said none
     * @param body missing if it is no JSON
     */
    record Answer(int status, String error, JsonNode body) {
        boolean isGood() {
            return status == 200;
        }

        private boolean mayPass() {
            return status == 429 || status >= 500 && status != 501;
        }
    }

    /**
     * Sends it, again if it was throttled or went wrong on the way: what is sent must be the same twice as once.
     *
     * @throws Unavailable if there is no answer
     */
    Answer send(SdkHttpMethod method, String path, String body) {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = once(method, path, body);
                if (!answer.mayPass() || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new Unavailable("Bedrock " + e.getClass().getSimpleName());
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos() * attempt);
        }
    }

    private Answer once(SdkHttpMethod method, String path, String body) throws IOException {
        SignedRequest signed = signed(method, path, body);
        HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(null))
                        .build())
                .call();
        try (InputStream in =
                response.responseBody().isPresent() ? response.responseBody().get() : InputStream.nullInputStream()) {
            JsonNode said = json(in.readNBytes(LONGEST));
            String error = response.httpResponse()
                    .firstMatchingHeader("x-amzn-ErrorType")
                    .orElseGet(() -> said.path("__type").asText());
            return new Answer(response.httpResponse().statusCode(), word(error), said);
        }
    }

    private SignedRequest signed(SdkHttpMethod method, String path, String body) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().uri(endpoint()).method(method).encodedPath(path);
        if (!body.isEmpty()) {
            request.putHeader("Content-Type", "application/json");
        }
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(
                                as.credentialsProvider().resolveIdentity().join())
                        .request(request.build())
                        .payload(body.isEmpty() ? null : ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, as.region().id()));
    }

    /** What the standard variables name, else the region's own. */
    URI endpoint() {
        return as.endpointOverride()
                .orElseGet(() -> BedrockEndpointProvider.defaultProvider()
                        .resolveEndpoint(find -> find.region(as.region()))
                        .join()
                        .url());
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The name of an error, and nothing that may be quoted after it. */
    private static String word(String error) {
        String name = error.substring(error.lastIndexOf('#') + 1).replaceAll("(?s)[^A-Za-z].*", "");
        return name.length() <= 80 ? name : "";
    }
}
