package io.cordon.runtime.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/** What others do in the bucket. */
public final class Bucket {
    private Bucket() {}

    /** An object appears. */
    public static void put(String key) {
        put(key, "{}");
    }

    /** An object appears that holds this; its version. */
    public static String put(String key, String content) {
        return put(key, content.getBytes(StandardCharsets.UTF_8));
    }

    /** An object appears that holds this; its version. */
    public static String put(String key, byte[] content) {
        return LocalAws.S3
                .putObject(put -> put.bucket(LocalAws.BUCKET).key(key), RequestBody.fromBytes(content))
                .versionId();
    }

    /** Every version and every delete marker of the objects that begin so: key, version and which of both. */
    public static List<String> versions(String prefix) {
        return LocalAws.S3
                .listObjectVersionsPaginator(
                        list -> list.bucket(LocalAws.BUCKET).prefix(prefix))
                .stream()
                .flatMap(page -> Stream.concat(
                        page.versions().stream().map(version -> version.key() + " version " + version.versionId()),
                        page.deleteMarkers().stream().map(marker -> marker.key() + " marker " + marker.versionId())))
                .sorted()
                .toList();
    }

    /** An object goes; as a deletion that names no version does, it leaves a delete marker. */
    public static void delete(String key) {
        LocalAws.S3.deleteObject(delete -> delete.bucket(LocalAws.BUCKET).key(key));
    }
}
