package io.cordon.network;

import io.cordon.compliance.DataClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnFlowLog;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Every connection of a VPC, accepted or refused, in an encrypted log group.
 *
 * <p>Not the CDK's {@code FlowLog}: that one writes its permissions inline into the role.
 */
final class FlowLogs extends Construct {
    /** The default fields, then those that tell which endpoint, subnet and direction a connection had. */
    static final String FORMAT = String.join(
            " ",
            "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol}",
            "${packets} ${bytes} ${start} ${end} ${action} ${log-status}",
            "${vpc-id} ${subnet-id} ${flow-direction} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-dst-aws-service}");

    private final LogGroup group;

    FlowLogs(Construct scope, IVpc vpc, IsolatedNetworkProps props) {
        super(scope, "FlowLogs");

        this.group = EncryptedLogs.create(this, "Group", props);
        DataClass.of(group).audit();
        CfnFlowLog.Builder.create(this, "FlowLog")
                .resourceType("VPC")
                .resourceId(vpc.getVpcId())
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logGroupName(group.getLogGroupName())
                .deliverLogsPermissionArn(role().getRoleArn())
                .logFormat(FORMAT)
                .build();
    }

    ILogGroup group() {
        return group;
    }

    private IRole role() {
        var write = ManagedPolicy.Builder.create(this, "Policy")
                .description("Lets VPC flow logs write to one log group")
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"))
                        .resources(List.of(group.getLogGroupArn()))
                        .build()))
                .build();
        return Role.Builder.create(this, "Role")
                .assumedBy(flowLogsOfThisAccount())
                .managedPolicies(List.of(write))
                .build();
    }

    private ServicePrincipal flowLogsOfThisAccount() {
        var stack = Stack.of(this);
        var flowLogs = stack.formatArn(ArnComponents.builder()
                .service("ec2")
                .resource("vpc-flow-log")
                .resourceName("*")
                .build());
        // A sorted map, since Map.of has another order in each run and a template must have one.
        return new ServicePrincipal(
                "vpc-flow-logs.amazonaws.com",
                ServicePrincipalOpts.builder()
                        .conditions(new TreeMap<>(Map.of(
                                "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                                "ArnLike", Map.of("aws:SourceArn", flowLogs))))
                        .build());
    }
}
