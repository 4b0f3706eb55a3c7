package io.cordon.runtime.jobs;

import io.cordon.runtime.platform.AwsCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket of which only some prefixes may be listed. */
public final class S3Objects {
    private static final Set<String> GONE = Set.of("NoSuchKey", "NoSuchVersion");

    private final S3Client client;
    private final String bucket;

    /** In this bucket. */
    public S3Objects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** The keys that begin so, the first ten of them. */
    public Set<String> names(String prefix) {
        return AwsCall.make(() ->
                client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix).maxKeys(10)).contents().stream()
                        .map(S3Object::key)
                        .collect(Collectors.toSet()));
    }

    /**
     * Makes a call that reads the object with this key; empty if it is gone. Who may list some prefixes only is told
     * "denied" of an object that is not there: S3 cannot tell it which prefix the question was about. So the list
     * decides whether it is there.
     */
    public <T> Optional<T> read(String key, Supplier<T> call) {
        return AwsCall.make(() -> {
            try {
                return Optional.of(call.get());
            } catch (S3Exception e) {
                if (isGone(e) || (e.statusCode() == 403 && !names(key).contains(key))) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** A bucket that is not there is a 404 too, and no reason to take anything for gone. */
    private static boolean isGone(S3Exception e) {
        return e.awsErrorDetails() != null && GONE.contains(e.awsErrorDetails().errorCode());
    }
}
