package io.cordon.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The stand-in for a versioned bucket does what S3 documents of one. */
class VersionedS3Test {
    private final String key = "stand-in/" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        LocalAws.start();
    }

    @Test
    void keepsWhatADeletionWithoutAVersionHides() {
        String version = put("one");
        LocalAws.S3.deleteObject(delete -> delete.bucket(LocalAws.BUCKET).key(key));

        assertThatThrownBy(() -> get(null)).isInstanceOf(NoSuchKeyException.class);
        assertThat(get(version)).isEqualTo("one");
        assertThat(listed().versions()).extracting(ObjectVersion::versionId).containsExactly(version);
        assertThat(listed().deleteMarkers()).singleElement().matches(DeleteMarkerEntry::isLatest);
    }

    @Test
    void removesOnlyTheVersionThatADeletionNames() {
        String first = put("one");
        String second = put("two");

        delete("unknown");
        assertThat(get(null)).isEqualTo("two");
        delete(second);
        assertThat(get(null)).isEqualTo("one");
        delete(first);
        assertThatThrownBy(() -> get(null)).isInstanceOf(NoSuchKeyException.class);
        assertThat(listed().versions()).isEmpty();
    }

    @Test
    void showsTheObjectAgainWhenItsMarkerIsRemoved() {
        put("one");
        String marker = LocalAws.S3
                .deleteObject(delete -> delete.bucket(LocalAws.BUCKET).key(key))
                .versionId();
        delete(marker);

        assertThat(get(null)).isEqualTo("one");
        assertThat(listed().deleteMarkers()).isEmpty();
    }

    @Test
    void knowsNoOtherVersions() {
        put("one");

        assertThatThrownBy(() -> get("f".repeat(32)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void listsInPages() {
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            versions.add(0, put("body " + i));
        }

        assertThat(LocalAws.S3
                        .listObjectVersionsPaginator(
                                list -> list.bucket(LocalAws.BUCKET).prefix(key).maxKeys(2))
                        .versions()
                        .stream()
                        .map(ObjectVersion::versionId))
                .containsExactlyElementsOf(versions);
    }

    @Test
    void serves200ClientsAtOnce() throws Exception {
        S3Client shared =
                S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
        ExecutorService clients = Executors.newFixedThreadPool(200);
        List<Future<String>> pending = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String name = key + "/" + i;
            pending.add(clients.submit(() -> {
                String id = shared.putObject(
                                put -> put.bucket(LocalAws.BUCKET).key(name).ifNoneMatch("*"),
                                RequestBody.fromString(name))
                        .versionId();
                return shared.getObjectAsBytes(
                                get -> get.bucket(LocalAws.BUCKET).key(name).versionId(id))
                        .asUtf8String();
            }));
        }
        for (int i = 0; i < pending.size(); i++) {
            assertThat(pending.get(i).get()).isEqualTo(key + "/" + i);
        }
        clients.shutdown();
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

    private void delete(String version) {
        LocalAws.S3.deleteObject(
                delete -> delete.bucket(LocalAws.BUCKET).key(key).versionId(version));
    }

    private ListObjectVersionsResponse listed() {
        return LocalAws.S3.listObjectVersions(
                list -> list.bucket(LocalAws.BUCKET).prefix(key));
    }
}
