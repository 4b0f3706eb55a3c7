package io.cordon.storage;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.s3.IBucket;

/** The metrics that S3 publishes for one bucket. */
final class StorageMetrics {
    /** The filter without which S3 publishes no request metrics. */
    static final String REQUEST_FILTER = "EntireBucket";

    private final IBucket bucket;

    StorageMetrics(IBucket bucket) {
        this.bucket = bucket;
    }

    Metric numberOfObjects() {
        return daily("NumberOfObjects", "AllStorageTypes");
    }

    Metric bucketSizeBytes() {
        return daily("BucketSizeBytes", "StandardStorage");
    }

    Metric requests(String name) {
        return metric(name, "FilterId", REQUEST_FILTER)
                .statistic("Sum")
                .period(Duration.minutes(5))
                .build();
    }

    /** S3 reports storage once a day: a shorter period shows gaps. */
    private Metric daily(String name, String storageType) {
        return metric(name, "StorageType", storageType)
                .statistic("Average")
                .period(Duration.days(1))
                .build();
    }

    private Metric.Builder metric(String name, String dimension, String value) {
        return Metric.Builder.create()
                .namespace("AWS/S3")
                .metricName(name)
                .dimensionsMap(new TreeMap<>(Map.of("BucketName", bucket.getBucketName(), dimension, value)));
    }
}
