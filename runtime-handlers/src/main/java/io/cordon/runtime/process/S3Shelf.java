package io.cordon.runtime.process;

import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.platform.AwsCall;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Outcomes under {@code outgoing/{jobId}/}: each is written once, because S3 itself refuses a second one. */
final class S3Shelf implements Shelf {
    private final S3Client client;
    private final String bucket;

    S3Shelf(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
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
        AwsCall.make(() -> {
            keys(id).forEach(this::delete);
            return id;
        });
    }

    private List<String> keys(JobId id) {
        return client
                .listObjectsV2(list ->
                        list.bucket(bucket).prefix(S3Documents.outgoing(id)).maxKeys(10))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** The version is what the object says of itself: nothing written later under the same key goes with it. */
    private void delete(String key) {
        try {
            String version = client.getObject(get -> get.bucket(bucket).key(key), (response, content) -> {
                content.abort();
                return response.versionId();
            });
            client.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(version));
        } catch (NoSuchKeyException e) {
            // Its owner cleared it meanwhile.
        }
    }
}
