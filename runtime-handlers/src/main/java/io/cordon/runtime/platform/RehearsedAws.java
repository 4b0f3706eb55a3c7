package io.cordon.runtime.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An AWS that is not there: no connection and nobody's credentials; each call gets the next answer that was written down, and after the last one
 * that one again.
 */
final class RehearsedAws implements SdkHttpClient {
    private final Iterator<JsonNode> answers;
    private JsonNode last = MissingNode.getInstance();

    RehearsedAws(JsonNode answers) {
        this.answers = answers.iterator();
    }

    AwsWiring wiring() {
        AwsCredentials nobody = AwsBasicCredentials.create("rehearsal", "rehearsal");
        return new AwsWiring((connection, attempt) -> this, () -> StaticCredentialsProvider.create(nobody));
    }

    boolean isOver() {
        return !answers.hasNext();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                // Nothing waits.
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isPresent()) {
            written(request.contentStreamProvider().get());
        }
        last = answers.hasNext() ? answers.next() : last;
        String text = last.isTextual() ? last.textValue() : last.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(200)
                        .putHeader("Content-Length", Integer.toString(bytes.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                .build();
    }

    private static void written(ContentStreamProvider content) throws IOException {
        try (InputStream in = content.newStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
