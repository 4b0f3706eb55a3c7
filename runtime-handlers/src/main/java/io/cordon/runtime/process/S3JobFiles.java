package io.cordon.runtime.process;

import io.cordon.runtime.jobs.S3Outcomes;
import software.amazon.awssdk.services.s3.S3Client;

/** Files of jobs in a bucket that keeps versions. */
final class S3JobFiles {
    private S3JobFiles() {}

    static JobFiles in(S3Client client, String bucket) {
        return new JobFiles(new S3Outcomes(client, bucket), new S3Inputs(client, bucket), new S3Shelf(client, bucket));
    }
}
