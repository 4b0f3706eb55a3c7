package io.cordon.runtime.jobs;

import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks at the names in the bucket, never into an object: no right to read a document is needed. */
public final class S3Documents implements Documents {
    private final S3Objects objects;

    /** Looks into this bucket. */
    public S3Documents(S3Client client, String bucket) {
        this.objects = new S3Objects(client, bucket);
    }

    public static String incoming(JobId id) {
        return "incoming/" + id.value();
    }

    public static String outgoing(JobId id) {
        return "outgoing/" + id.value() + "/";
    }

    public static String result(JobId id) {
        return outgoing(id) + "result.json";
    }

    public static String failure(JobId id) {
        return outgoing(id) + "failure.json";
    }

    /**
     * Looks for the document first and for the outcome second. The document is deleted only after its outcome was
     * written, so if it is gone at the first look, the second one sees the outcome; the other way round a job that
     * completes between the two looks would seem never to have been uploaded.
     */
    @Override
    public Trace of(JobId id) {
        boolean document = objects.names(incoming(id)).contains(incoming(id));
        Set<String> outcome = objects.names(outgoing(id));
        if (outcome.contains(result(id))) {
            return Trace.RESULT;
        }
        if (outcome.contains(failure(id))) {
            return Trace.FAILURE;
        }
        return document ? Trace.DOCUMENT : Trace.NOTHING;
    }
}
