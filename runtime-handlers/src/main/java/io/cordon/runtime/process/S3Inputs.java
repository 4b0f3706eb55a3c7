package io.cordon.runtime.process;

import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.Unavailable;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

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
        return AwsCall.make(() -> {
            try (ResponseInputStream<GetObjectResponse> in = open(arrival)) {
                byte[] bytes = in.readNBytes(most + 1);
                if (bytes.length > most) {
                    in.abort(); // else closing it reads the rest
                }
                return Optional.of(bytes);
            } catch (IOException e) {
                throw new Unavailable("S3 " + e.getClass().getSimpleName());
            } catch (S3Exception e) {
                if (e.statusCode() == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private ResponseInputStream<GetObjectResponse> open(Arrival arrival) {
        return client.getObject(get ->
                get.bucket(bucket).key(S3Documents.incoming(arrival.job())).versionId(arrival.version()));
    }

    @Override
    public void delete(Arrival arrival) {
        AwsCall.make(() -> client.deleteObject(delete ->
                delete.bucket(bucket).key(S3Documents.incoming(arrival.job())).versionId(arrival.version())));
    }
}
