package io.cordon.runtime.process;

import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.jobs.S3Objects;
import io.cordon.runtime.platform.AwsCall;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;

/** Documents under {@code incoming/}, each by the version that its arrival names. */
final class S3Inputs implements Inputs {
    private final S3Client client;
    private final String bucket;

    S3Inputs(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Optional<byte[]> read(Arrival arrival, int most) {
        String key = S3Documents.incoming(arrival.job());
        return new S3Objects(client, bucket)
                .read(
                        key,
                        () -> client.getObject(
                                get -> get.bucket(bucket).key(key).versionId(arrival.version()),
                                (response, content) -> beginning(content, most)));
    }

    private static byte[] beginning(AbortableInputStream content, int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            content.abort(); // else the rest is read to its end
        }
        return bytes;
    }

    @Override
    public void delete(Arrival arrival) {
        AwsCall.make(() -> client.deleteObject(delete ->
                delete.bucket(bucket).key(S3Documents.incoming(arrival.job())).versionId(arrival.version())));
    }
}
