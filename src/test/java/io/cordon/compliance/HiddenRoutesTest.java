package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Compliance;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSubnet;

/** Templates that hide from the rule a way out of the network in which PHI is read. */
class HiddenRoutesTest {
    private static final String ROUTE = "AWS::EC2::Route";
    private static final String ANYWHERE = "'DestinationCidrBlock': '0.0.0.0/0', 'NatGatewayId': 'nat-1'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Ref': 'Table'}",
                "{'Fn::GetAtt': ['Table', 'RouteTableId']}",
                "{'Fn::GetAtt': 'Table.RouteTableId'}",
                "{'Fn::Sub': '${Table}'}",
                "{'Fn::Sub': '${Table.RouteTableId}'}",
                "{'Fn::Sub': ['${T}', {'T': {'Ref': 'Table'}}]}",
                "{'Fn::Join': ['', [{'Ref': 'Table'}]]}"
            })
    void findsARouteHoweverItNamesItsTable(String table) {
        assertThat(judged(it -> it.with("Way", ROUTE, "{'RouteTableId': " + table + ", " + ANYWHERE + "}")))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(judged(it -> it.with(
                        "Way",
                        "AWS::EC2::RouteServerPropagation",
                        "{'RouteServerId': 'rs-1', 'RouteTableId': " + table + "}")))
                .isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(judged(it -> it.with(
                        "Way",
                        "AWS::EC2::VPNGatewayRoutePropagation",
                        "{'VpnGatewayId': 'vgw-1', 'RouteTableIds': [" + table + "]}")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void findsARouteThatOnlyAConditionAdds() {
        assertThat(judged(it -> it.sometimes("Way", ROUTE, "{'RouteTableId': {'Ref': 'Table'}, " + ANYWHERE + "}")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void findsARouteThatAnotherStackAdds() {
        assertThat(judged(it -> {
                    var table = CfnRouteTable.Builder.create(it.stack(), "Other")
                            .vpcId("vpc-1")
                            .build();
                    table.overrideLogicalId("Other");
                    it.with("Second", "AWS::EC2::SubnetRouteTableAssociation", association("Subnet", "Other"));
                    CfnRoute.Builder.create(it.beside().stack(), "Way")
                            .routeTableId(table.getAttrRouteTableId())
                            .destinationCidrBlock("0.0.0.0/0")
                            .natGatewayId("nat-1")
                            .build();
                }))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void doesNotCallARouteLocalThatGoesElsewhereToo() {
        var local = "{'RouteTableId': {'Ref': 'Table'}, 'GatewayId': 'local', ";
        assertThat(judged(it -> it.with("Way", ROUTE, local + ANYWHERE + "}"))).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(judged(it -> it.with("Way", ROUTE, local + "'DestinationCidrBlock': '10.0.0.0/16'}")))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Ref': 'Parameter'}",
                "{'Fn::ImportValue': 'table'}",
                "{'Fn::If': ['Sometimes', {'Ref': 'Table'}, 'rtb-1']}"
            })
    void doesNotPassBesideARouteOfWhichOnlyTheDeploymentKnowsTheTable(String table) {
        assertThat(judged(it -> it.parameter("Parameter")
                        .with("Way", ROUTE, "{'RouteTableId': " + table + ", " + ANYWHERE + "}")))
                .isEqualTo(Compliance.NOT_EVALUATED);
    }

    @Test
    void passesBesideARouteOfAnotherTable() {
        assertThat(judged(it -> it.with("Second", "AWS::EC2::RouteTable", "{'VpcId': 'vpc-1'}")
                        .with("Way", ROUTE, "{'RouteTableId': {'Ref': 'Second'}, " + ANYWHERE + "}")))
                .isEqualTo(Compliance.COMPLIANT);
    }

    @Test
    void doesNotRelyOnATableThatMayNotBeThere() {
        assertThat(WrittenTemplate.judged(
                                "NothingLeadsToTheInternet",
                                "F",
                                it -> function(it, "{'SubnetIds': [{'Ref': 'Subnet'}]}")
                                        .with("Subnet", "AWS::EC2::Subnet", "{'VpcId': 'vpc-1'}")
                                        .with("Table", "AWS::EC2::RouteTable", "{'VpcId': 'vpc-1'}")
                                        .sometimes(
                                                "Association",
                                                "AWS::EC2::SubnetRouteTableAssociation",
                                                association("Subnet", "Table")))
                        .compliance())
                .isEqualTo(Compliance.NOT_EVALUATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Ref': 'AWS::NoValue'}",
                "{'SubnetIds': []}",
                "{'SubnetIds': {'Ref': 'AWS::NoValue'}}",
                "{'SecurityGroupIds': ['sg-1']}"
            })
    void refusesANetworkThatIsTakenAway(String vpc) {
        assertThat(WrittenTemplate.judged("NothingLeadsToTheInternet", "F", it -> function(it, vpc))
                        .compliance())
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    @Test
    void followsASubnetIntoItsOwnStack() {
        assertThat(elsewhere(beside -> {})).isEqualTo(Compliance.COMPLIANT);
        assertThat(elsewhere(
                        beside -> beside.with("Way", ROUTE, "{'RouteTableId': {'Ref': 'Table'}, " + ANYWHERE + "}")))
                .isEqualTo(Compliance.NON_COMPLIANT);
    }

    private static Compliance elsewhere(Consumer<WrittenTemplate> more) {
        return WrittenTemplate.judged("NothingLeadsToTheInternet", "F", it -> {
                    var beside = it.beside()
                            .with("Table", "AWS::EC2::RouteTable", "{'VpcId': 'vpc-1'}")
                            .with("A", "AWS::EC2::SubnetRouteTableAssociation", association("Subnet", "Table"));
                    var subnet = CfnSubnet.Builder.create(beside.stack(), "Subnet")
                            .vpcId("vpc-1")
                            .build();
                    subnet.overrideLogicalId("Subnet");
                    more.accept(beside);
                    PlacedFunction.phi(it.stack(), subnet.getRef());
                })
                .compliance();
    }

    private static Compliance judged(Consumer<WrittenTemplate> more) {
        return WrittenTemplate.judged(
                        "NothingLeadsToTheInternet",
                        "F",
                        it -> more.accept(function(it, "{'SubnetIds': [{'Fn::GetAtt': ['Subnet', 'SubnetId']}]}")
                                .with("Subnet", "AWS::EC2::Subnet", "{'VpcId': 'vpc-1'}")
                                .with("Table", "AWS::EC2::RouteTable", "{'VpcId': 'vpc-1'}")
                                .with(
                                        "Association",
                                        "AWS::EC2::SubnetRouteTableAssociation",
                                        association("Subnet", "Table"))))
                .compliance();
    }

    private static WrittenTemplate function(WrittenTemplate template, String vpc) {
        return template.sometimes("Q", "AWS::SQS::Queue", "{}")
                .with(
                        "F",
                        "AWS::Lambda::Function",
                        "{'Role': 'arn:aws:iam::123456789012:role/r', 'Code': {'ZipFile': 'x'}, 'VpcConfig': " + vpc
                                + ", 'Tags': [{'Key': 'cordon:data-class', 'Value': 'phi'}]}");
    }

    private static String association(String subnet, String table) {
        return "{'SubnetId': {'Ref': '" + subnet + "'}, 'RouteTableId': {'Ref': '" + table + "'}}";
    }
}
