package io.cordon.storage;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

final class SecureTempBucketMetricsTest {
    private static final TempStack STACK = new TempStack(it -> {});

    @Test
    void measuresWhatS3Publishes() {
        var temp = STACK.temp;

        assertThat(shown(temp.metricNumberOfObjects())).contains("NumberOfObjects", "AllStorageTypes", "86400");
        assertThat(shown(temp.metricBucketSizeBytes())).contains("BucketSizeBytes", "StandardStorage", "86400");
        assertThat(shown(temp.metric4xxErrors())).contains("4xxErrors", "FilterId", "EntireBucket", "Sum");
        assertThat(shown(temp.metricAllRequests(
                        MetricOptions.builder().label("all").build())))
                .contains("AllRequests", "all");
        STACK.checked.template().hasResourceProperties("AWS::S3::Bucket", json("""
                { "MetricsConfigurations": [{"Id": "EntireBucket"}] }
                """));
    }

    @Test
    void measuresNoRequestsWithoutAFilter() {
        var quiet = new TempStack(it -> it.requestMetrics(false));

        assertThat(quiet.checked.template().toJSON().toString()).doesNotContain("MetricsConfigurations");
        assertThatThrownBy(quiet.temp::metric4xxErrors)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("requestMetrics: false");
    }

    private static String shown(Metric metric) {
        return metric.getMetricName()
                + metric.getDimensions()
                + metric.getStatistic()
                + metric.getLabel()
                + metric.getPeriod().toSeconds();
    }
}
