package io.cordon.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.IGatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The ways from an isolated network to AWS services, each closed to principals of other accounts. */
final class Endpoints {
    private static final SubnetSelection ISOLATED =
            SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();

    private Endpoints() {}

    static Map<String, IGatewayVpcEndpoint> gateways(IsolatedNetwork network, IVpc vpc) {
        var endpoints = new LinkedHashMap<String, IGatewayVpcEndpoint>();
        endpoints.put("s3", gateway(network, vpc, GatewayVpcEndpointAwsService.S3, "s3"));
        endpoints.put("dynamodb", gateway(network, vpc, GatewayVpcEndpointAwsService.DYNAMODB, "dynamodb"));
        return Collections.unmodifiableMap(endpoints);
    }

    static Map<String, IInterfaceVpcEndpoint> interfaces(IsolatedNetwork network, List<String> services) {
        var endpoints = new LinkedHashMap<String, IInterfaceVpcEndpoint>();
        if (!services.isEmpty()) {
            var group = endpointGroup(network);
            services.forEach(service -> endpoints.put(service, toService(network, group, service)));
        }
        return Collections.unmodifiableMap(endpoints);
    }

    private static IGatewayVpcEndpoint gateway(
            IsolatedNetwork network, IVpc vpc, GatewayVpcEndpointAwsService service, String name) {
        var endpoint = GatewayVpcEndpoint.Builder.create(network, idOf(name))
                .vpc(vpc)
                .service(service)
                .subnets(List.of(ISOLATED))
                .build();
        endpoint.addToPolicy(onlyThisAccount(network));
        return endpoint;
    }

    private static IInterfaceVpcEndpoint toService(IsolatedNetwork network, SecurityGroup group, String service) {
        var endpoint = InterfaceVpcEndpoint.Builder.create(network, idOf(service))
                .vpc(network.getVpc())
                .service(new InterfaceVpcEndpointAwsService(service))
                .subnets(ISOLATED)
                .privateDnsEnabled(true)
                // Opening it to the VPC would name the VPC's CIDR, a token that cdk-nag's port rules cannot read.
                .open(false)
                .securityGroups(List.of(group))
                .build();
        endpoint.addToPolicy(onlyThisAccount(network));
        return endpoint;
    }

    private static SecurityGroup endpointGroup(IsolatedNetwork network) {
        var group = SecurityGroup.Builder.create(network, "Endpoints")
                .vpc(network.getVpc())
                .description("Interface endpoints: HTTPS in from the functions, nothing out")
                .allowAllOutbound(false)
                .build();
        group.addIngressRule(network.getFunctionSecurityGroup(), Port.tcp(443), "HTTPS from the functions");
        return group;
    }

    /** What a principal may do is said by its role; the endpoint says whose principals may pass. */
    private static PolicyStatement onlyThisAccount(IsolatedNetwork network) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("*"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:PrincipalAccount", Stack.of(network).getAccount())))
                .build();
    }

    private static String idOf(String service) {
        return Arrays.stream(service.split("[.-]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Endpoint"));
    }
}
