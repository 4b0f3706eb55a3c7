package io.cordon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.functions.FunctionManifest;
import io.cordon.functions.RuntimeFunction;
import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.s3.Bucket;

/** Routes that the manifest knows. */
final class ManifestRoutesTest {
    private static RuntimeFunction status(Clinic clinic) {
        var vpc = Vpc.fromVpcAttributes(
                clinic,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a"))
                        .isolatedSubnetIds(List.of("subnet-1"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-1"))
                        .build());
        return new RuntimeFunction(
                clinic,
                "Status",
                it -> it.function("status")
                        .bind("uploads", Bucket.fromBucketName(clinic, "Uploads", "uploads"), clinic.key)
                        .bind("application", Table.fromTableName(clinic, "Application", "application"), clinic.key)
                        .network(vpc, SecurityGroup.fromSecurityGroupId(clinic, "Functions", "sg-1"))
                        .setting("allowedOrigins", "https://app.example.com")
                        .key(clinic.key)
                        .reservedConcurrency(1));
    }

    private static RuntimeFunction priceSeed(Clinic clinic) {
        return new RuntimeFunction(
                clinic,
                "Seed",
                it -> it.function("price-seed")
                        .bind("costs", Table.fromTableName(clinic, "Costs", "costs"), clinic.key)
                        .controlPlane("It writes public prices, and knows nobody.")
                        .key(clinic.key)
                        .reservedConcurrency(1));
    }

    @Test
    void areAllAnsweredByTheAlias() {
        var app = Synthesized.app(it -> {
            var clinic = new Clinic(it, "Clinic");
            clinic.api(props -> props.routesOf(status(clinic)));
        });
        var route = FunctionManifest.current().function("status").routes().get(0);

        assertThat(app.resources("Clinic", "AWS::ApiGateway::Method").stream()
                        .map(it -> it.at("/Properties/Integration/Uri").toString()))
                .anyMatch(uri -> uri.contains("StatusLive"));
        assertThat(permissions(app))
                .anyMatch(it -> it.contains("StatusLive")
                        && it.contains("/" + route.method() + route.path().replaceAll("\\{[^}]+}", "*")));
        assertThat(app.violations()).isEmpty();
    }

    @Test
    void areRefusedForAFunctionThatOnlyEventsStart() {
        var clinic = Clinic.alone();

        assertThatThrownBy(() -> clinic.props().routesOf(priceSeed(clinic)).build())
                .hasMessageContaining("routesOf: price-seed; the manifest has no route for it; leave it out");
    }

    @Test
    void areRefusedWhereApiGatewayWouldNotWaitForTheAnswer() {
        var clinic = Clinic.alone();
        var props = clinic.props();
        props.routes.add(new ApiRoute("GET", "/slow", clinic.function("slow"), 30));
        props.routes.add(new ApiRoute("GET", "/quick", clinic.function("quick"), 29));

        assertThatThrownBy(props::build)
                .hasMessageContaining("routesOf: GET /slow may take 30 s; API Gateway waits 29 s; make the work a job")
                .message()
                .doesNotContain("/quick");
    }

    @Test
    void takeTheirTimeFromTheManifest() {
        var entry = FunctionManifest.current().function("status");

        assertThat(ApiRoute.of(status(Clinic.alone())))
                .hasSameSizeAs(entry.routes())
                .allSatisfy(it -> assertThat(it.seconds()).isEqualTo(entry.timeoutSeconds()));
    }

    private static List<String> permissions(Synthesized app) {
        return app.resources("Clinic", "AWS::Lambda::Permission").stream()
                .map(JsonNode::toString)
                .toList();
    }
}
