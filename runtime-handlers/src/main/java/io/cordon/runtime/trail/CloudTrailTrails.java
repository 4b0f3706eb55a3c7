package io.cordon.runtime.trail;

import io.cordon.runtime.platform.AwsCall;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/** Asks CloudTrail about one trail. */
final class CloudTrailTrails implements Trails {
    private final CloudTrailClient client;
    private final String arn;

    CloudTrailTrails(CloudTrailClient client, String arn) {
        this.client = client;
        this.arn = arn;
    }

    @Override
    public Trail trail() {
        var found = AwsCall.make(() -> client.getTrail(get -> get.name(arn))).trail();
        String[] parts = arn.split(":", 6);
        String root = found.s3KeyPrefix();
        return new Trail(
                found.name(),
                parts[4],
                Objects.requireNonNullElse(found.homeRegion(), parts[3]),
                found.s3BucketName(),
                root == null || root.isEmpty() ? "" : root + "/",
                Boolean.TRUE.equals(found.logFileValidationEnabled()));
    }

    @Override
    public Map<String, Object> settings() {
        var selectors = AwsCall.make(() -> client.getEventSelectors(get -> get.trailName(arn)));
        Map<String, Object> settings = CloudTrailSettings.of(
                AwsCall.make(() -> client.getTrail(get -> get.name(arn))).trail());
        settings.putAll(CloudTrailSettings.of(selectors));
        return settings;
    }

    @Override
    public TrailState state() {
        GetTrailStatusResponse status = AwsCall.make(() -> client.getTrailStatus(get -> get.name(arn)));
        return new TrailState(
                Boolean.TRUE.equals(status.isLogging()),
                Optional.ofNullable(status.startLoggingTime()),
                Optional.ofNullable(status.stopLoggingTime()),
                error(status.latestDeliveryError()),
                error(status.latestDigestDeliveryError()),
                error(status.latestCloudWatchLogsDeliveryError()));
    }

    private static Optional<String> error(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank());
    }
}
