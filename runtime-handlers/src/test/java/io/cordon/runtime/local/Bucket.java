package io.cordon.runtime.local;

import software.amazon.awssdk.core.sync.RequestBody;

/** What others do in the bucket. */
public final class Bucket {
    private Bucket() {}

    /** An object appears. */
    public static void put(String key) {
        LocalAws.S3.putObject(put -> put.bucket(LocalAws.BUCKET).key(key), RequestBody.fromString("{}"));
    }

    /** An object goes. */
    public static void delete(String key) {
        LocalAws.S3.deleteObject(delete -> delete.bucket(LocalAws.BUCKET).key(key));
    }
}
