package io.cordon.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What passes an endpoint, whatever roles allow: principals of one owner only, and at a gateway its resources only.
 *
 * <p>Interface endpoints do not ask for the resource's owner: Bedrock's models, for one, belong to no account.
 */
final class EndpointPolicies {
    private static final String S3 = "s3";

    private final Stack stack;
    private final IsolatedNetworkProps props;

    EndpointPolicies(Stack stack, IsolatedNetworkProps props) {
        this.stack = stack;
        this.props = props;
    }

    List<PolicyStatement> ofGateway(String service) {
        var statements = new ArrayList<>(given(service, props.endpointPolicies.get(service)));
        if (statements.isEmpty()) {
            statements.add(passing(new TreeMap<>(Map.of(principal(), owner(), resource(), owner()))));
        }
        if (answersCloudFormation(service)) {
            statements.add(toCloudFormation());
        }
        return statements;
    }

    List<PolicyStatement> ofInterface(String service, @Nullable List<PolicyStatement> statements) {
        var own = given(service, statements == null ? props.endpointPolicies.get(service) : statements);
        return own.isEmpty() ? List.of(passing(Map.of(principal(), owner()))) : own;
    }

    /** What a caller wrote can be too wide; strangers stay out all the same. */
    private List<PolicyStatement> given(String service, @Nullable List<PolicyStatement> statements) {
        if (statements == null) {
            return List.of();
        }
        var all = new ArrayList<>(statements);
        var strangers = PolicyStatement.Builder.create()
                .sid("NoStrangers")
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("*"))
                .conditions(Map.of("StringNotEquals", Map.of(principal(), owner())));
        all.add((answersCloudFormation(service)
                        ? strangers.notResources(List.of(answers()))
                        : strangers.resources(List.of("*")))
                .build());
        return all;
    }

    private static PolicyStatement passing(Map<String, String> conditions) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("*"))
                .resources(List.of("*"))
                .conditions(Map.of("StringEquals", conditions))
                .build();
    }

    private boolean answersCloudFormation(String service) {
        return service.equals(S3) && props.customResources;
    }

    /**
     * The address of an answer is signed by CloudFormation, so neither principal nor bucket is of this account. But its key
     * begins with the ARN of the stack that asked; without it a stranger could have their own stack ask, and read here.
     */
    private PolicyStatement toCloudFormation() {
        return PolicyStatement.Builder.create()
                .sid("AnswersOfCustomResources")
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(answers()))
                .build();
    }

    /** CloudFormation's user guide, "VPC interface endpoints": the name has the region without its hyphens. */
    private String answers() {
        var region = stack.getRegion();
        var plain = Boolean.TRUE.equals(Token.isUnresolved(region))
                ? Fn.join("", Fn.split("-", region))
                : region.replace("-", "");
        return stack.formatArn(ArnComponents.builder()
                .service(S3)
                .region("")
                .account("")
                .resource("cloudformation-custom-resource-response-" + plain)
                .resourceName(stacks())
                .build());
    }

    private String stacks() {
        return stack.formatArn(ArnComponents.builder()
                .service("cloudformation")
                .account(props.organization == null ? stack.getAccount() : "*")
                .resource("stack")
                .resourceName("*")
                .build());
    }

    private String principal() {
        return props.organization == null ? "aws:PrincipalAccount" : "aws:PrincipalOrgID";
    }

    private String resource() {
        return props.organization == null ? "aws:ResourceAccount" : "aws:ResourceOrgID";
    }

    private String owner() {
        return props.organization == null ? stack.getAccount() : props.organization;
    }
}
