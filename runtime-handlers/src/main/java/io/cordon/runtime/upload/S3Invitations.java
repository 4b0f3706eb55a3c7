package io.cordon.runtime.upload;

import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.jobs.S3Documents;
import io.cordon.runtime.platform.AwsCall;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Presigned PUTs. Length, type and {@code If-None-Match: *} are part of the signature, so that S3 itself refuses another
 * document, a larger one and a second one. No encryption header: the bucket's default encrypts.
 */
public final class S3Invitations implements Invitations {
    private final S3Presigner presigner;
    private final String bucket;
    private final Duration life;

    /** Invites into this bucket, for so long. */
    public S3Invitations(S3Presigner presigner, String bucket, Duration life) {
        this.presigner = presigner;
        this.bucket = bucket;
        this.life = life;
    }

    @Override
    public Invitation invite(JobId id, Document document) {
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(S3Documents.incoming(id))
                .contentType(document.contentType())
                .contentLength(document.contentLength())
                .ifNoneMatch("*")
                .build();
        PresignedPutObjectRequest signed = AwsCall.make(() -> presigner.presignPutObject(
                presign -> presign.signatureDuration(life).putObjectRequest(put)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", document.contentType());
        headers.put("Content-Length", Long.toString(document.contentLength()));
        headers.put("If-None-Match", "*");
        return new Invitation(signed.url().toString(), headers, signed.expiration());
    }
}
