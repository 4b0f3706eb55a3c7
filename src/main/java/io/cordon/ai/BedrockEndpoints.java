package io.cordon.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** Bedrock's interface endpoints in a VPC, behind one security group. */
final class BedrockEndpoints {
    static final String RUNTIME = "bedrock-runtime";
    static final String CONTROL = "bedrock";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Construct link;
    private final BedrockPrivateLinkProps props;
    private final SecurityGroup group;

    BedrockEndpoints(Construct link, BedrockPrivateLinkProps props) {
        this.link = link;
        this.props = props;
        this.group = SecurityGroup.Builder.create(link, "Endpoints")
                .vpc(props.vpc)
                .description("Bedrock endpoints: HTTPS in from the functions, nothing out")
                .allowAllOutbound(false)
                .build();
        props.functions.forEach(
                functions -> group.addIngressRule(functions, Port.tcp(443), "HTTPS from the functions"));
    }

    ISecurityGroup group() {
        return group;
    }

    IInterfaceVpcEndpoint to(String service, List<PolicyStatement> policy) {
        var endpoint = InterfaceVpcEndpoint.Builder.create(link, service.equals(RUNTIME) ? "Runtime" : "Control")
                .vpc(props.vpc)
                .service(new InterfaceVpcEndpointAwsService(service))
                .subnets(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build())
                .privateDnsEnabled(true)
                // Opening it to the VPC would name the VPC's CIDR, a token that cdk-nag's port rules cannot read.
                .open(false)
                .securityGroups(List.of(group))
                .build();
        policy.forEach(endpoint::addToPolicy);
        return endpoint;
    }

    /** EC2 refuses a longer policy in the middle of a deployment. */
    static Optional<String> tooLong(List<PolicyStatement> policy) {
        var limit = LimitPolicy.current().endpointPolicyCharacters().value();
        var size = characters(policy);
        return size <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "models: the endpoint's policy has up to %,d characters; EC2 accepts %,d; name fewer models",
                        size,
                        limit));
    }

    private static int characters(List<PolicyStatement> policy) {
        try {
            var document = PolicyDocument.Builder.create().statements(policy).build();
            return JSON.writeValueAsString(document.toJSON()).length();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policy: cannot be written as JSON", e);
        }
    }
}
