package io.cordon.runtime.local;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.http.Header;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An S3 server that checks signatures and knows no versions; requests are passed on to it as they came. */
final class S3Server {
    /** What belongs to one connection, and what each side writes for itself. */
    private static final Set<String> HOP = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");
    /** Fewer than the server has threads; further clients wait here and not in its backlog. */
    private static final int CONNECTIONS = 32;

    private final URI uri;
    private final CloseableHttpClient http;
    private final S3Client client;

    private S3Server(URI uri) {
        this.uri = uri;
        this.http = HttpClients.custom()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setNormalizeUri(false).build())
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .build();
        this.client = S3Client.builder()
                .endpointOverride(uri)
                .httpClient(ApacheHttpClient.create())
                .build();
    }

    static S3Server started() throws Exception {
        S3ProxyExtension server = S3ProxyExtension.builder()
                .withCredentials("LOCALACCESSKEY", "localsecretkey")
                .build();
        server.beforeEach(null);
        return new S3Server(server.getUri());
    }

    /** Passes a request on; the header {@code Host} stays, because it is signed. */
    Message.Reply pass(Message request) throws IOException {
        RequestBuilder passed = RequestBuilder.create(request.method())
                .setUri(URI.create(uri.getScheme() + "://" + uri.getAuthority() + request.target()));
        request.headers()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !HOP.contains(name.toLowerCase(Locale.ROOT)))
                        .forEach(value -> passed.addHeader(name, value)));
        if (request.body().length > 0 || request.method().equals("PUT")) {
            passed.setEntity(new ByteArrayEntity(request.body()));
        }
        try (CloseableHttpResponse answer = http.execute(passed.build())) {
            byte[] body = answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
            return new Message.Reply(answer.getStatusLine().getStatusCode(), headers(answer, request), body);
        }
    }

    ResponseBytes<GetObjectResponse> read(String bucket, String key) {
        return client.getObjectAsBytes(get -> get.bucket(bucket).key(key));
    }

    void delete(String bucket, String key) {
        client.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    void write(String bucket, String key, ResponseBytes<GetObjectResponse> object) {
        GetObjectResponse was = object.response();
        client.putObject(
                put -> put.bucket(bucket)
                        .key(key)
                        .contentType(was.contentType())
                        .metadata(was.metadata()),
                RequestBody.fromBytes(object.asByteArray()));
    }

    private static Headers headers(CloseableHttpResponse answer, Message request) {
        Headers headers = new Headers();
        boolean head = request.method().equals("HEAD");
        for (Header header : List.of(answer.getAllHeaders())) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!HOP.contains(name) || (head && name.equals("content-length"))) {
                headers.add(header.getName(), header.getValue());
            }
        }
        return headers;
    }
}
