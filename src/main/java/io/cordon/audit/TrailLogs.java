package io.cordon.audit;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The log group in which a trail can be searched within minutes, and the role that writes to it.
 *
 * <p>Not the CDK's {@code Trail}: that one writes its permissions inline into the role, for every stream of the group.
 */
final class TrailLogs extends Construct {
    private final LogGroup group;
    private final IRole role;

    TrailLogs(Construct scope, IKey key, HipaaTrailProps props) {
        super(scope, "Logs");

        this.group = group(key, props);
        this.role = writer();
    }

    LogGroup group() {
        return group;
    }

    IRole role() {
        return role;
    }

    private LogGroup group(IKey key, HipaaTrailProps props) {
        var logs = LogGroup.Builder.create(this, "Group")
                .encryptionKey(key)
                .removalPolicy(props.removalPolicy)
                .build();
        // The L2 takes an enum of names; the policy file has days.
        ((CfnLogGroup) logs.getNode().getDefaultChild()).setRetentionInDays(props.retention.toDays());
        return logs;
    }

    private IRole writer() {
        var write = ManagedPolicy.Builder.create(this, "Policy")
                .description("Lets CloudTrail write its streams of one log group")
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                        .resources(List.of(streams()))
                        .build()))
                .build();
        return Role.Builder.create(this, "Role")
                .assumedBy(cloudTrailOfThisAccount())
                .managedPolicies(List.of(write))
                .build();
    }

    /** CloudTrail names its streams for the account and its home region. */
    private String streams() {
        var stack = Stack.of(this);
        var name = stack.getAccount() + "_CloudTrail_" + stack.getRegion() + "*";
        return stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName(group.getLogGroupName() + ":log-stream:" + name)
                .build());
    }

    private ServicePrincipal cloudTrailOfThisAccount() {
        // AWS documents no source account for this call: where it sends one, it must be ours.
        return new ServicePrincipal(
                "cloudtrail.amazonaws.com",
                ServicePrincipalOpts.builder()
                        .conditions(Map.of(
                                "StringEqualsIfExists",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                        .build());
    }
}
