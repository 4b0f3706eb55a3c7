package io.cordon.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.IGatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The ways from an isolated network to AWS services, each closed to strangers. */
final class Endpoints {
    private static final SubnetSelection ISOLATED =
            SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();

    private final IsolatedNetwork network;
    private final SecurityGroups groups;
    private final EndpointPolicies policies;
    private final Map<String, IGatewayVpcEndpoint> gateways = new LinkedHashMap<>();
    private final Map<String, IInterfaceVpcEndpoint> interfaces = new LinkedHashMap<>();

    Endpoints(IsolatedNetwork network, SecurityGroups groups, IsolatedNetworkProps props) {
        this.network = network;
        this.groups = groups;
        this.policies = new EndpointPolicies(Stack.of(network), props);
        gateways.put("s3", gateway("s3", GatewayVpcEndpointAwsService.S3));
        gateways.put("dynamodb", gateway("dynamodb", GatewayVpcEndpointAwsService.DYNAMODB));
        props.interfaceEndpoints.forEach(service -> add(service, null));
    }

    Map<String, IGatewayVpcEndpoint> gateways() {
        return Collections.unmodifiableMap(gateways);
    }

    Map<String, IInterfaceVpcEndpoint> interfaces() {
        return Collections.unmodifiableMap(interfaces);
    }

    IInterfaceVpcEndpoint ensure(String service) {
        var existing = interfaces.get(service);
        return existing != null ? existing : addChecked(service, null);
    }

    IInterfaceVpcEndpoint addChecked(String service, @Nullable List<PolicyStatement> statements) {
        var problems = new ArrayList<>(EndpointRules.ofServices(List.of(service)));
        if (interfaces.containsKey(service)) {
            problems.add("interfaceEndpoints: " + service + "; has an endpoint already; state its policy in the props");
        }
        if (statements != null) {
            problems.addAll(EndpointRules.ofPolicy(service, statements));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return add(service, statements);
    }

    private IInterfaceVpcEndpoint add(String service, @Nullable List<PolicyStatement> statements) {
        var endpoint = InterfaceVpcEndpoint.Builder.create(network, idOf(service))
                .vpc(network.getVpc())
                .service(new InterfaceVpcEndpointAwsService(service))
                .subnets(ISOLATED)
                .privateDnsEnabled(true)
                // Opening it to the VPC would name the VPC's CIDR, a token that cdk-nag's port rules cannot read.
                .open(false)
                .securityGroups(List.of(groups.endpoints()))
                .build();
        policies.ofInterface(service, statements).forEach(endpoint::addToPolicy);
        interfaces.put(service, endpoint);
        return endpoint;
    }

    private IGatewayVpcEndpoint gateway(String name, GatewayVpcEndpointAwsService service) {
        var endpoint = GatewayVpcEndpoint.Builder.create(network, idOf(name))
                .vpc(network.getVpc())
                .service(service)
                .subnets(List.of(ISOLATED))
                .build();
        policies.ofGateway(name).forEach(endpoint::addToPolicy);
        return endpoint;
    }

    private static String idOf(String service) {
        return Arrays.stream(service.split("[.-]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Endpoint"));
    }
}
