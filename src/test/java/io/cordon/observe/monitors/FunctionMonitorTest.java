package io.cordon.observe.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.audit.TrailWatch;
import io.cordon.audit.WatchStack;
import io.cordon.functions.RuntimeFunction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.kms.Key;

/** Which alarms make sense depends on who starts a function. */
final class FunctionMonitorTest {
    private static final WatchStack STACK = new WatchStack(new App(), "Clinic");
    private static final FunctionMonitor AUTHORIZER = new FunctionMonitor(authorizer());
    private static final FunctionMonitor TRAIL_CHECK = new FunctionMonitor(new TrailWatch(
                    STACK,
                    "Watch",
                    it -> it.trail(STACK.trail)
                            .bucket(STACK.bucket)
                            .key(STACK.trailKey)
                            .functionKey(STACK.functionKey))
            .getRuntimeFunction());

    private static RuntimeFunction authorizer() {
        var vpc = Vpc.fromVpcAttributes(
                STACK,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a"))
                        .isolatedSubnetIds(List.of("subnet-1"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-1"))
                        .build());
        return new RuntimeFunction(
                STACK,
                "Authorizer",
                it -> it.function("authorizer")
                        .bind("signingKeys", Key.fromKeyArn(STACK, "V1", "arn:aws:kms:eu-west-1:111122223333:key/1"))
                        .setting("tokenIssuer", "https://sign-in.example")
                        .setting("tokenAudience", "api")
                        .setting("longestTokenSeconds", 900)
                        .setting("metricsNamespace", "Clinic/test")
                        .network(vpc, SecurityGroup.fromSecurityGroupId(STACK, "Functions", "sg-1"))
                        .key(STACK.functionKey)
                        .reservedConcurrency(10));
    }

    @Test
    void anAuthorizerMayRefuseWithoutAnAlarm() {
        assertThat(names(AUTHORIZER))
                .contains("authorizer-throttles", "authorizer-duration", "authorizer-concurrency")
                .doesNotContain("authorizer-errors");
        assertThat(AUTHORIZER.graphs())
                .filteredOn(it -> it.title().equals("calls"))
                .singleElement()
                .satisfies(it -> assertThat(it.signals()).isEmpty());
    }

    @Test
    void anAuthorizerWithoutKeysWakesSomebody() {
        var signal = signal(AUTHORIZER, "authorizer-keys-unavailable");

        assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(signal.threshold()).isEqualTo(1);
        assertThat(MetricIdentity.in(signal.metric()))
                .containsExactly(new MetricIdentity("Clinic/test", "KeysUnavailable", List.of("Service")));
        assertThat(AUTHORIZER.declared()).containsAll(MetricIdentity.in(signal.metric()));
        assertThat(signal.metric().toMetricConfig().getMetricStat().getPeriod().toMinutes())
                .isEqualTo(5);
    }

    @Test
    void theSecurityPageShowsWhyTokensWereRefused() {
        var graph = AUTHORIZER.graphs().stream()
                .filter(it -> it.title().equals("tokens refused by cause"))
                .toList();

        assertThat(graph).singleElement().satisfies(it -> {
            assertThat(it.page()).isEqualTo(Page.SECURITY);
            assertThat(it.metrics()).singleElement().satisfies(metric -> {
                assertThat(expression(metric))
                        .isEqualTo("SEARCH('{\"Clinic/test\",Service,Cause} MetricName=\"TokensRefused\""
                                + " Service=\"authorizer\"', 'Sum', 3600)");
                assertThat(metric.toMetricConfig().getRenderingProperties().toString())
                        .contains("${PROP('Dim.Cause')}");
            });
        });
        assertThat(AUTHORIZER.graphs()).noneMatch(it -> it.page() == Page.EXECUTIVE);
        assertThat(TRAIL_CHECK.graphs()).noneMatch(it -> it.page() == Page.EXECUTIVE);
    }

    @Test
    void whatOnlyEventsStartIsNeverRefusedForLong() {
        assertThat(names(TRAIL_CHECK))
                .containsExactlyInAnyOrder("trail-check-errors", "trail-check-duration", "trail-check-dead-letters");
    }

    @Test
    void whatOnlyEventsStartTellsOfItsFirstError() {
        var errors = signal(TRAIL_CHECK, "trail-check-errors");

        assertThat(errors.threshold()).isEqualTo(1);
        assertThat(errors.severity()).isEqualTo(Severity.WARNING);
        assertThat(signal(TRAIL_CHECK, "trail-check-dead-letters").severity()).isEqualTo(Severity.CRITICAL);
    }

    /** 900 s is the most that Lambda gives: the alarm must come before it. */
    @Test
    void theLongestFunctionIsSlowBeforeItTimesOut() {
        assertThat(signal(TRAIL_CHECK, "trail-check-duration").threshold()).isEqualTo(720_000);
    }

    private static Signal signal(FunctionMonitor monitor, String name) {
        return monitor.signals().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(FunctionMonitor monitor) {
        return monitor.signals().stream().map(Signal::name).collect(Collectors.toSet());
    }

    private static String expression(IMetric metric) {
        return metric.toMetricConfig().getMathExpression().getExpression();
    }
}
