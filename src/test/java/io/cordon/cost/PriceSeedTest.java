package io.cordon.cost;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.kms.Key;

class PriceSeedTest {
    private static final String BOOK = "Custom::PriceBook";
    private static final ModelPrice NOVA = new ModelPrice("eu.amazon.nova-lite-v1:0", 60_000, 240_000, 15_000, 0);
    private static final ModelPrice CLAUDE =
            new ModelPrice("eu.anthropic.claude", 3_000_000, 15_000_000, 300_000, 3_750_000);
    private static final Synthesized ALL = Synthesized.app(app -> {
        var outside = new Stack(app, "Outside");
        new PriceSeed(outside, "Prices", props(outside).build());
        var inside = new Stack(app, "Inside");
        var group = SecurityGroup.fromSecurityGroupId(inside, "Group", "sg-1");
        var endpoint =
                Key.Builder.create(inside, "Endpoint").enableKeyRotation(true).build();
        new PriceSeed(
                inside,
                "Prices",
                props(inside)
                        .network(vpc(inside), group)
                        .after(endpoint)
                        .reservedConcurrency(2)
                        .build());
    });

    private static PriceSeedProps.Builder props(Stack stack) {
        var key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        ITable table = Table.fromTableName(stack, "Costs", "costs");
        return PriceSeedProps.builder()
                .table(table)
                .key(key)
                .functionKey(key)
                .version("2026-11-21")
                .prices(List.of(CLAUDE))
                .prices(List.of(NOVA));
    }

    private static IVpc vpc(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a"))
                        .isolatedSubnetIds(List.of("subnet-1"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-1"))
                        .build());
    }

    @Test
    void writesTheBookAtADeploymentInOneOrder() {
        ALL.template("Outside").hasResourceProperties(BOOK, json("""
                { "ServiceTimeout": "600", "Table": "costs", "Version": "2026-11-21",
                  "Prices": [
                    { "model": "eu.amazon.nova-lite-v1:0", "inputMicroUsdPerMillionTokens": "60000",
                      "outputMicroUsdPerMillionTokens": "240000", "cacheReadMicroUsdPerMillionTokens": "15000",
                      "cacheWriteMicroUsdPerMillionTokens": "0" },
                    { "model": "eu.anthropic.claude", "inputMicroUsdPerMillionTokens": "3000000",
                      "outputMicroUsdPerMillionTokens": "15000000", "cacheReadMicroUsdPerMillionTokens": "300000",
                      "cacheWriteMicroUsdPerMillionTokens": "3750000" } ] }
                """));
        assertThat(book("Outside").at("/Properties/ServiceToken/Ref").asText()).contains("Live");
    }

    @Test
    void waitsForWhatItIsTold() {
        assertThat(book("Inside").path("DependsOn").toString()).contains("Endpoint");
    }

    @Test
    void mayPutItemsIntoTheTableAndReadNothing() {
        var policy = ALL.resources("Outside", "AWS::IAM::ManagedPolicy").get(0).toString();

        assertThat(policy).contains("dynamodb:PutItem").doesNotContain("dynamodb:GetItem", "dynamodb:*");
    }

    @Test
    void runsOnceAtATimeInsideTheNetworkThatIsGiven() {
        ALL.template("Outside").hasResourceProperties("AWS::Lambda::Function", json("""
                { "ReservedConcurrentExecutions": 1, "Tags": [{"Key": "cordon:data-class", "Value": "application"}] }
                """));
        ALL.template("Inside").hasResourceProperties("AWS::Lambda::Function", json("""
                { "ReservedConcurrentExecutions": 2, "VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]} }
                """));
    }

    @Test
    void leavesOnlyTheExcuseOfTheControlPlane() {
        assertThat(ALL.violations()).isEmpty();
        assertThat(ALL.suppressed())
                .containsExactlyInAnyOrder(
                        "HIPAA.Security-LambdaInsideVPC Outside/Prices/Writer/Function/Resource",
                        "NIST.800.53.R5-LambdaInsideVPC Outside/Prices/Writer/Function/Resource");
    }

    @Test
    void listsAllThatIsMissing() {
        assertThatThrownBy(() -> PriceSeedProps.builder().build()).hasMessage("""
                PriceSeed: table: missing; required; give the one that holds what calls cost
                  key: missing; required; give the one that encrypts the table
                  functionKey: missing; required; give one for the function's own log and dead letters
                  version: missing; required; name the book, such as 2026-11-21
                  prices: none; at least one; list one for each model""");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000_001L, Long.MIN_VALUE})
    void refusesANumberThatIsNoPrice(long number) {
        assertThatThrownBy(() -> PriceSeedProps.builder()
                        .prices(List.of(new ModelPrice("nova", 1, number, 1, 1)))
                        .build())
                .hasMessageContaining("prices: nova output " + number + "; from 0 to 1000000000000; write millionths");
    }

    @Test
    void refusesNamesThatAreNoneAndModelsThatAreThereTwice() {
        assertThatThrownBy(() -> PriceSeedProps.builder()
                        .version("a b")
                        .reservedConcurrency(0)
                        .prices(List.of(NOVA, NOVA, new ModelPrice("", 1, 1, 1, 1)))
                        .build())
                .hasMessageContaining("version: a b; at most 200")
                .hasMessageContaining("prices: eu.amazon.nova-lite-v1:0 is there twice; one price")
                .hasMessageContaining("prices: ; at most 200")
                .hasMessageContaining("reservedConcurrency: 0; from 1 to 900");
    }

    @Test
    void everyDefaultIsStated() {
        Map<String, String> defaults = new TreeMap<>();
        var fresh = PriceSeedProps.builder();
        Arrays.stream(PriceSeedProps.Builder.class.getDeclaredFields()).forEach(field -> {
            try {
                defaults.put(field.getName(), Objects.toString(field.get(fresh), "none"));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(defaults)
                .isEqualTo(Map.of(
                        "table",
                        "none",
                        "key",
                        "none",
                        "functionKey",
                        "none",
                        "version",
                        "none",
                        "network",
                        "none",
                        "reservedConcurrency",
                        "1",
                        "prices",
                        "[]",
                        "after",
                        "[]"));
    }

    private static JsonNode book(String stack) {
        return ALL.resources(stack, BOOK).get(0);
    }
}
