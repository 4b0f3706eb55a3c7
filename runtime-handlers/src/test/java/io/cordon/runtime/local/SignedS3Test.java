package io.cordon.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The stand-in for a versioned bucket answers nobody whose signature is wrong, whatever it answers by itself. */
class SignedS3Test {
    private final String key = "stand-in/" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void refusesAWrongSignatureForAllOfIt() {
        String version = put("one");
        S3Client forger = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("LOCALACCESSKEY", "wrong")))
                .build();

        assertForbidden(() ->
                forger.listObjectVersions(list -> list.bucket(LocalAws.BUCKET).prefix(key)));
        for (String id : new String[] {version, "unknown"}) {
            assertForbidden(() -> forger.deleteObject(
                    delete -> delete.bucket(LocalAws.BUCKET).key(key).versionId(id)));
            assertForbidden(() -> forger.getObjectAsBytes(
                    get -> get.bucket(LocalAws.BUCKET).key(key).versionId(id)));
        }
        assertForbidden(() ->
                forger.deleteObject(delete -> delete.bucket(LocalAws.BUCKET).key(key)));
        assertThat(get(null)).isEqualTo("one");
    }

    @Test
    void refusesWhoDoesNotSign() throws Exception {
        URI list = URI.create(System.getProperty("aws.endpointUrlS3") + "/" + LocalAws.BUCKET + "?versions");

        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
    }

    private String put(String body) {
        return LocalAws.S3
                .putObject(put -> put.bucket(LocalAws.BUCKET).key(key), RequestBody.fromString(body))
                .versionId();
    }

    private String get(String version) {
        return LocalAws.S3
                .getObjectAsBytes(get -> get.bucket(LocalAws.BUCKET).key(key).versionId(version))
                .asUtf8String();
    }

    private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
}
