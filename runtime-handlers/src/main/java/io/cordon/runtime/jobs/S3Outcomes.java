package io.cordon.runtime.jobs;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;

/** Outcomes in the bucket; never reads more of an object than it hands out. */
public final class S3Outcomes implements Outcomes {
    private final S3Client client;
    private final String bucket;

    /** Reads from this bucket. */
    public S3Outcomes(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Trace of(JobId id) {
        return new S3Documents(client, bucket).of(id);
    }

    @Override
    public Optional<byte[]> result(JobId id) {
        return read(S3Documents.result(id));
    }

    @Override
    public Optional<byte[]> failure(JobId id) {
        return read(S3Documents.failure(id));
    }

    private Optional<byte[]> read(String key) {
        Optional<byte[]> bytes = new S3Objects(client, bucket)
                .read(
                        key,
                        () -> client.getObject(
                                get -> get.bucket(bucket).key(key), (response, content) -> beginning(content)));
        if (bytes.isPresent() && bytes.get().length > LARGEST) {
            throw new IllegalStateException("An outcome is longer than " + LARGEST + " bytes");
        }
        return bytes;
    }

    /** One byte more than an outcome may have is enough to refuse it. */
    private static byte[] beginning(AbortableInputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            content.abort();
        }
        return bytes;
    }
}
