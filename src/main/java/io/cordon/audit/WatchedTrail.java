package io.cordon.audit;

import io.cordon.functions.TrailArn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.interfaces.cloudtrail.ITrailRef;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.constructs.Construct;
import software.constructs.IDependable;

/** The trail that is watched: a construct, or no more than its ARN. */
sealed interface WatchedTrail {
    /** The trail's ARN. */
    TrailArn arn();

    /** What makes the trail, where that is known here. */
    default List<IDependable> constructs() {
        return List.of();
    }

    /** What it is set to, as far as that is known here: a change makes the check run again. */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /** What CloudTrail must say of it, as JSON, as far as that is known here. */
    default String expected(Construct watch) {
        return TrailWatchExpectation.NONE;
    }

    /** A construct of this app, or an imported one. */
    record Known(ITrailRef trail) implements WatchedTrail {
        @Override
        public TrailArn arn() {
            return TrailArn.of(trail);
        }

        @Override
        public List<IDependable> constructs() {
            return List.of(trail);
        }

        @Override
        public Map<String, Object> settings() {
            return trail instanceof CfnTrail resource ? settings(resource) : Map.of();
        }

        @Override
        public String expected(Construct watch) {
            return trail instanceof CfnTrail resource
                    ? TrailWatchExpectation.of(resource, watch)
                    : TrailWatchExpectation.NONE;
        }

        private static Map<String, Object> settings(CfnTrail trail) {
            Map<String, @Nullable Object> settings = new LinkedHashMap<>();
            settings.put("CloudWatchLogsLogGroupArn", trail.getCloudWatchLogsLogGroupArn());
            settings.put("CloudWatchLogsRoleArn", trail.getCloudWatchLogsRoleArn());
            settings.put("EnableLogFileValidation", trail.getEnableLogFileValidation());
            settings.put("IsLogging", trail.getIsLogging());
            settings.put("IsMultiRegionTrail", trail.getIsMultiRegionTrail());
            settings.put("KMSKeyId", trail.getKmsKeyId());
            settings.put("S3KeyPrefix", trail.getS3KeyPrefix());
            settings.values().removeIf(Objects::isNull);
            Map<String, Object> known = new TreeMap<>();
            settings.forEach((name, value) -> known.put(name, Objects.requireNonNull(value)));
            return known;
        }
    }

    /** A trail that somebody else made. */
    record Named(TrailArn arn) implements WatchedTrail {}
}
