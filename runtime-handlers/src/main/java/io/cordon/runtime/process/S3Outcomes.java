package io.cordon.runtime.process;

import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.Unavailable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Outcomes under {@code outgoing/{jobId}/}: each is written once, because S3 itself refuses a second one. */
final class S3Outcomes implements Outcomes {
    /** Ours are a few kilobytes; what is larger is none of ours. */
    private static final int LARGEST = 1_000_000;

    private final S3Client client;
    private final String bucket;

    S3Outcomes(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public boolean keep(JobId id, Outcome outcome) {
        String name = outcome instanceof Outcome.Failed ? "failure.json" : "result.json";
        return AwsCall.make(() -> {
            try {
                client.putObject(
                        put -> put.bucket(bucket)
                                .key(folder(id) + name)
                                .contentType("application/json")
                                .ifNoneMatch("*"),
                        RequestBody.fromBytes(OutcomeJson.write(outcome)));
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
    public List<Bill> bills(Job job) {
        return keys(job.id()).stream()
                .flatMap(key -> bytes(key).stream())
                .flatMap(json -> OutcomeJson.bill(json, job).stream())
                .toList();
    }

    /** The version is what the object says of itself, and only that one goes. */
    @Override
    public void discard(JobId id) {
        for (String key : keys(id)) {
            AwsCall.make(() -> open(key)).ifPresent(in -> {
                in.abort();
                String version = in.response().versionId();
                AwsCall.make(() -> client.deleteObject(
                        delete -> delete.bucket(bucket).key(key).versionId(version)));
            });
        }
    }

    private Optional<byte[]> bytes(String key) {
        Optional<ResponseInputStream<GetObjectResponse>> found = AwsCall.make(() -> open(key));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (ResponseInputStream<GetObjectResponse> in = found.get()) {
            return Optional.of(in.readNBytes(LARGEST));
        } catch (IOException e) {
            throw new Unavailable("S3 " + e.getClass().getSimpleName());
        }
    }

    private Optional<ResponseInputStream<GetObjectResponse>> open(String key) {
        try {
            return Optional.of(client.getObject(get -> get.bucket(bucket).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private List<String> keys(JobId id) {
        return AwsCall.make(() ->
                client
                        .listObjectsV2(
                                list -> list.bucket(bucket).prefix(folder(id)).maxKeys(10))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList());
    }

    private static String folder(JobId id) {
        return "outgoing/" + id.value() + "/";
    }
}
