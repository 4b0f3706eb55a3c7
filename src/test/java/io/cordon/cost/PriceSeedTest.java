package io.cordon.cost;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.policies.PriceBook;
import io.cordon.policies.PriceBook.ModelPrice;
import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.iam.ManagedPolicy;
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
        var boundary = ManagedPolicy.fromManagedPolicyName(inside, "Boundary", "the-most");
        new PriceSeed(
                inside,
                "Prices",
                props(inside)
                        .network(vpc(inside), group)
                        .after(endpoint)
                        .reservedConcurrency(2)
                        .permissionsBoundary(boundary)
                        .build());
        var listed = new Stack(app, "Listed");
        var key = Key.Builder.create(listed, "Key").enableKeyRotation(true).build();
        new PriceSeed(
                listed,
                "Prices",
                it -> it.table(Table.fromTableName(listed, "Costs", "costs"))
                        .key(key)
                        .functionKey(key));
    });

    private static PriceSeedProps.Builder props(Stack stack) {
        var key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        ITable table = Table.fromTableName(stack, "Costs", "costs");
        return PriceSeedProps.builder()
                .table(table)
                .key(key)
                .functionKey(key)
                .prices(new PriceBook("2026-11-21", List.of(CLAUDE, NOVA)));
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
    void writesThePricesOfTheModelListUnlessItIsGivenOthers() {
        var listed = PriceBook.current();

        assertThat(book("Listed").at("/Properties/Version").asText()).isEqualTo(listed.version());
        assertThat(book("Listed").at("/Properties/Prices"))
                .extracting(price -> price.path("model").asText())
                .containsExactlyElementsOf(
                        listed.prices().stream().map(ModelPrice::model).toList());
    }

    @Test
    void keepsItsRoleWithinTheBoundary() {
        assertThat(ALL.resources("Inside", "AWS::IAM::Role"))
                .singleElement()
                .satisfies(role -> assertThat(
                                role.at("/Properties/PermissionsBoundary").toString())
                        .contains(":policy/the-most"));
    }

    @Test
    void waitsForWhatItIsTold() {
        assertThat(book("Inside").path("DependsOn").toString()).contains("Endpoint");
    }

    /** The table holds people's calls too. */
    @Test
    void mayPutPricesIntoTheTableAndNeitherReadNorTouchACall() {
        var statements =
                ALL.resources("Outside", "AWS::IAM::ManagedPolicy").get(0).at("/Properties/PolicyDocument");
        var onTable = statements.findParents("Sid").stream()
                .filter(statement -> statement.toString().contains("dynamodb:"))
                .toList();

        assertThat(onTable).singleElement().satisfies(statement -> {
            assertThat(statement.path("Action").asText()).isEqualTo("dynamodb:PutItem");
            assertThat(statement.path("Condition").toString())
                    .isEqualTo("{\"ForAllValues:StringLike\":{\"dynamodb:LeadingKeys\":[\"PRICE#*\"]},"
                            + "\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}");
        });
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
                        "HIPAA.Security-LambdaInsideVPC Listed/Prices/Writer/Function/Resource",
                        "NIST.800.53.R5-LambdaInsideVPC Listed/Prices/Writer/Function/Resource",
                        "HIPAA.Security-LambdaInsideVPC Outside/Prices/Writer/Function/Resource",
                        "NIST.800.53.R5-LambdaInsideVPC Outside/Prices/Writer/Function/Resource");
    }

    private static JsonNode book(String stack) {
        return ALL.resources(stack, BOOK).get(0);
    }
}
