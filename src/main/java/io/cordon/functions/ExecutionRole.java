package io.cordon.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AddToPrincipalPolicyResult;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.RoleProps;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The role of one function: whatever is granted to it, by us or by a {@code bucket.grantRead(function)} of yours, lands
 * in its one customer-managed policy.
 *
 * <p>The policy lists the role, and not the other way round: a key or a bucket may name the role in its own policy
 * without closing a circle. It is the role's child, and a CDK function depends on all of its role, so that no function,
 * version, alias or event source is created before its permissions.
 */
public final class ExecutionRole extends Role {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ManagedPolicy policy;

    /** Creates the role with the properties that {@code props} states. */
    public ExecutionRole(Construct scope, String id, Consumer<ExecutionRoleProps.Builder> props) {
        this(scope, id, ExecutionRoleProps.from(props));
    }

    /** Creates the role. */
    public ExecutionRole(Construct scope, String id, ExecutionRoleProps props) {
        super(scope, id, trustingLambda(props));

        this.policy = ManagedPolicy.Builder.create(this, "Policy")
                .description("All that " + getNode().getPath() + " may do")
                .roles(List.of(this))
                .build();

        getNode().addValidation(this::problems);
    }

    /** Returns the policy that holds every grant. */
    public ManagedPolicy getPolicy() {
        return policy;
    }

    @Override
    public AddToPrincipalPolicyResult addToPrincipalPolicy(PolicyStatement statement) {
        policy.addStatements(statement);
        return AddToPrincipalPolicyResult.builder()
                .statementAdded(true)
                .policyDependable(policy)
                .build();
    }

    @Override
    public Boolean addToPolicy(PolicyStatement statement) {
        policy.addStatements(statement);
        return true;
    }

    /**
     * Refuses.
     *
     * @throws IllegalArgumentException always: an inline policy is not seen by who reviews managed ones
     */
    @Override
    public void attachInlinePolicy(Policy inline) {
        throw new IllegalArgumentException("policy: " + inline.getNode().getPath()
                + " is inline; HIPAA.Security-IAMNoInlinePolicy forbids it; call addToPrincipalPolicy on the role");
    }

    // No aws:SourceAccount: Lambda does not document that key for this trust, and iam:PassRole is refused across
    // accounts.
    private static RoleProps trustingLambda(ExecutionRoleProps props) {
        var role = RoleProps.builder().assumedBy(new ServicePrincipal("lambda.amazonaws.com"));
        return props.permissionsBoundary == null
                ? role.build()
                : role.permissionsBoundary(props.permissionsBoundary).build();
    }

    private List<String> problems() {
        var limit = LimitPolicy.current().managedPolicyCharacters().value();
        var size = characters(PolicySize.deployed(Stack.of(this).resolve(policy.getDocument())));
        return size <= limit
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "policy of %s: about %,d characters; IAM accepts %,d; split the function, or name fewer prefixes",
                        getNode().getPath(),
                        size,
                        limit));
    }

    private static int characters(Object document) {
        try {
            return JSON.writeValueAsString(document).length();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policy: cannot be written as JSON", e);
        }
    }
}
