package io.cordon.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

class EndpointsTest {
    @Test
    void areAddedAfterwardsUnderTheSameGroupAndPolicy() {
        var app = Synthesized.app(it -> {
            var network = Networks.inZones(Networks.here(it, "Here"), 2);
            assertThat(network.addInterfaceEndpoint("sqs").getVpcEndpointId())
                    .isEqualTo(network.addInterfaceEndpoint("sqs").getVpcEndpointId());
            assertThat(network.getInterfaceEndpoints()).containsOnlyKeys("kms", "bedrock-runtime", "sqs");
        });
        assertThat(app.resources("Here", "AWS::EC2::VPCEndpoint"))
                .filteredOn(it -> it.at("/Properties/VpcEndpointType").asText().equals("Interface"))
                .hasSize(3)
                .extracting(
                        it -> it.at("/Properties/SecurityGroupIds").toString() + it.at("/Properties/PolicyDocument"))
                .containsOnly(app.resources("Here", "AWS::EC2::VPCEndpoint").stream()
                        .map(it ->
                                it.at("/Properties/SecurityGroupIds").toString() + it.at("/Properties/PolicyDocument"))
                        .filter(it -> it.startsWith("["))
                        .findFirst()
                        .orElseThrow());
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void areAddedUnderAPolicyOfTheirOwn() {
        var app = Synthesized.app(it ->
                Networks.inZones(Networks.here(it, "Here"), 2).addInterfaceEndpoint("bedrock", List.of(listing())));
        assertThat(app.resources("Here", "AWS::EC2::VPCEndpoint"))
                .filteredOn(it -> it.at("/Properties/ServiceName").asText().endsWith(".bedrock"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/Properties/PolicyDocument/Statement"))
                        .hasSize(2));
    }

    @Test
    void areRefusedWhereTheyCannotBe() {
        var network = Networks.inZones(new Stack(), 2);
        assertThatThrownBy(() -> network.addInterfaceEndpoint("s3")).hasMessageContaining("has a gateway endpoint");
        assertThatThrownBy(() -> network.addInterfaceEndpoint("../KMS")).hasMessageContaining("short name");
        assertThatThrownBy(() -> network.addInterfaceEndpoint("kms", List.of(listing())))
                .hasMessageContaining("kms; has an endpoint already");
        assertThatThrownBy(() -> network.addInterfaceEndpoint("sqs", List.of())).hasMessageContaining("no statement");
    }

    @Test
    void areMeasuredByTheDimensionsAwsPublishes() {
        var network = Networks.inZones(new Stack(), 2);
        var metrics = Map.<String, Function<String, Metric>>of(
                "ActiveConnections Maximum", network::metricActiveConnections,
                "BytesProcessed Sum", network::metricBytesProcessed,
                "NewConnections Sum", network::metricNewConnections,
                "PacketsDropped Sum", network::metricPacketsDropped,
                "RstPacketsReceived Sum", network::metricRstPacketsReceived);
        metrics.forEach((name, of) -> {
            var metric = of.apply("kms");
            assertThat(metric.getMetricName() + " " + metric.getStatistic()).isEqualTo(name);
            assertThat(metric.getNamespace()).isEqualTo("AWS/PrivateLinkEndpoints");
            assertThat(metric.getDimensions())
                    .containsOnlyKeys("Endpoint Type", "Service Name", "VPC Endpoint Id", "VPC Id");
            assertThatThrownBy(() -> of.apply("s3")).hasMessageContaining("one of [kms, bedrock-runtime]");
        });
    }

    @Test
    void areMeasuredAsTheCallerSays() {
        var network = Networks.inZones(new Stack(), 2);
        var options = MetricOptions.builder().period(Duration.minutes(1)).build();
        var metrics = List.<BiFunction<String, MetricOptions, Metric>>of(
                network::metricActiveConnections,
                network::metricBytesProcessed,
                network::metricNewConnections,
                network::metricPacketsDropped,
                network::metricRstPacketsReceived);
        assertThat(metrics)
                .allSatisfy(
                        of -> assertThat(of.apply("kms", options).getPeriod().toMinutes())
                                .isEqualTo(1));
    }

    @Test
    void areThereForTheTwoServicesWithAGateway() {
        assertThat(Networks.inZones(new Stack(), 2).getGatewayEndpoints()).containsOnlyKeys("s3", "dynamodb");
    }

    private static PolicyStatement listing() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("bedrock:ListFoundationModels"))
                .resources(List.of("*"))
                .build();
    }
}
