package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.s3.IBucket;

/** A bucket: how much lies in it, day by day. */
public final class BucketMonitor implements Monitor {
    private static final double GIGABYTE = 1e9;

    private final String title;
    private final IBucket bucket;
    private final Signal size;

    /** Watches {@code bucket} under the name of its place in the app. */
    public BucketMonitor(IBucket bucket) {
        this(Labels.of(bucket), bucket);
    }

    /** Watches {@code bucket} as {@code title}. */
    public BucketMonitor(String title, IBucket bucket) {
        this.title = title;
        this.bucket = bucket;
        this.size = size();
    }

    @Override
    public String kind() {
        return "Buckets";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(
                new Graph(Page.OPERATIONS, "size, daily", "bytes", List.of(size.metric()), List.of(size)),
                new Graph(
                        Page.OPERATIONS,
                        "objects, daily",
                        "objects, all versions",
                        List.of(daily("NumberOfObjects", "AllStorageTypes"))));
    }

    @Override
    public List<Signal> signals() {
        return List.of(size);
    }

    private Signal size() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-size")
                .metric(daily("BucketSizeBytes", "StandardStorage"))
                .atLeast(ThresholdPolicy.current().bucketGigabytes().value() * GIGABYTE)
                .unit("bytes")
                .means("The bucket " + title + " holds more than it should.")
                .mend("See whether its lifecycle rules run and who writes so much."));
    }

    private Metric daily(String name, String storageType) {
        return KnownMetrics.of(
                        "AWS/S3",
                        new TreeMap<>(Map.of("BucketName", bucket.getBucketName(), "StorageType", storageType)))
                .metric(name);
    }
}
