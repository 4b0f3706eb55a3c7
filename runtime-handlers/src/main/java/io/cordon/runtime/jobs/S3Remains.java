package io.cordon.runtime.jobs;

import io.cordon.runtime.platform.AwsCall;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/**
 * Deletes from a versioned bucket by version id: a deletion without one would only hide the object and keep its bytes.
 */
public final class S3Remains implements Remains {
    private final S3Client client;
    private final String bucket;

    /** Deletes from this bucket. */
    public S3Remains(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    private record Version(String key, String id) {}

    @Override
    public void delete(JobId id) {
        AwsCall.make(() -> {
            // A key begins like another only under the folder of outcomes; the document has exactly this one.
            Stream<Version> document = versions(S3Documents.incoming(id)).stream()
                    .filter(version -> version.key().equals(S3Documents.incoming(id)));
            Stream.concat(document, versions(S3Documents.outgoing(id)).stream()).forEach(this::delete);
            return true;
        });
    }

    /** All pages before the first deletion: a page is found by the last version of the one before. */
    private List<Version> versions(String prefix) {
        return client.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix)).stream()
                .flatMap(S3Remains::versions)
                .toList();
    }

    private static Stream<Version> versions(ListObjectVersionsResponse page) {
        return Stream.concat(
                page.versions().stream().map(version -> new Version(version.key(), version.versionId())),
                page.deleteMarkers().stream().map(marker -> new Version(marker.key(), marker.versionId())));
    }

    private void delete(Version version) {
        client.deleteObject(delete -> delete.bucket(bucket).key(version.key()).versionId(version.id()));
    }
}
