package io.cordon.runtime.trail;

import io.cordon.runtime.platform.AwsCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists and reads the files in the trail's bucket, one at a time and never whole. */
final class S3TrailFiles implements TrailFiles {
    private final S3Client client;
    private final String bucket;

    S3TrailFiles(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public List<String> keys(String prefix) {
        return AwsCall.make(
                () -> client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList());
    }

    @Override
    public <T> Optional<T> read(String key, Reader<T> reader) throws IOException {
        Optional<ResponseInputStream<GetObjectResponse>> found = AwsCall.make(() -> open(key));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var in = found.get()) {
            return Optional.of(reader.read(in, in.response().metadata()));
        }
    }

    /**
     * Who may list some prefixes only is told "denied" of an object that is not there: S3 cannot tell it which prefix the
     * question was about. So the list decides whether it is there.
     */
    private Optional<ResponseInputStream<GetObjectResponse>> open(String key) {
        try {
            return Optional.of(client.getObject(get -> get.bucket(bucket).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == 403 && !keys(key).contains(key)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
