package io.cordon.runtime.process;

import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.jobs.S3Objects;
import io.cordon.runtime.platform.AwsCall;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Outcomes under {@code outgoing/{jobId}/}: each is written once, because S3 itself refuses a second one. */
final class S3Shelf implements Shelf {
    private final S3Client client;
    private final String bucket;
    private final S3Objects objects;

    S3Shelf(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
        this.objects = new S3Objects(client, bucket);
    }

    @Override
    public boolean keep(JobId id, Outcome outcome) {
        String key = outcome instanceof Outcome.Failed ? S3Documents.failure(id) : S3Documents.result(id);
        RequestBody json = RequestBody.fromBytes(OutcomeJson.write(outcome));
        return AwsCall.make(() -> {
            try {
                client.putObject(
                        put -> put.bucket(bucket)
                                .key(key)
                                .contentType("application/json")
                                .ifNoneMatch("*"),
                        json);
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == 412) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void discard(JobId id) {
        objects.names(S3Documents.outgoing(id)).forEach(this::delete);
    }

    /** The version is what the object says of itself: nothing written later under the same key goes with it. */
    private void delete(String key) {
        objects.read(key, () -> version(key))
                .ifPresent(version -> AwsCall.make(() -> client.deleteObject(
                        delete -> delete.bucket(bucket).key(key).versionId(version))));
    }

    private String version(String key) {
        return client.getObject(get -> get.bucket(bucket).key(key), (response, content) -> {
            content.abort();
            return response.versionId();
        });
    }
}
