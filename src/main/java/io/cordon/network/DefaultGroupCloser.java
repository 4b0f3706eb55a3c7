package io.cordon.network;

import io.cordon.compliance.DataClass;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.CustomResourceProvider;
import software.amazon.awscdk.CustomResourceProviderProps;
import software.amazon.awscdk.CustomResourceProviderRuntime;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * Empties the default security group of a VPC, which CloudFormation itself cannot do.
 *
 * <p>It is the CDK's own function, and the names are those by which cdk-nag knows it; but its role has neither an inline
 * nor an AWS-managed policy, its log is encrypted and ends, and its concurrency is reserved. It runs outside the VPC,
 * since its answer to CloudFormation leaves the account.
 */
final class DefaultGroupCloser {
    private static final String TYPE = "Custom::VpcRestrictDefaultSG";

    private DefaultGroupCloser() {}

    static void close(Construct scope, CfnVPC vpc, IsolatedNetworkProps props) {
        var group = vpc.getAttrDefaultSecurityGroup();
        var provider = CustomResourceProvider.getOrCreateProvider(
                scope,
                "Close" + Names.uniqueId(scope),
                CustomResourceProviderProps.builder()
                        .codeDirectory(Code.PATH.toString())
                        .runtime(CustomResourceProviderRuntime.NODEJS_24_X)
                        .timeout(Duration.minutes(1))
                        .description("Removes all rules of the default security group of "
                                + scope.getNode().getPath())
                        .build());
        var logs = EncryptedLogs.create(scope, "CloserLogs", props);
        DataClass.of(logs).application();
        harden(provider, logs, policy(scope, group, logs));
        CustomResource.Builder.create(scope, "RestrictDefaultSecurityGroupCustomResource")
                .resourceType(TYPE)
                .serviceToken(provider.getServiceToken())
                .properties(Map.of(
                        "DefaultSecurityGroupId",
                        group,
                        "Account",
                        Stack.of(scope).getAccount()))
                .build();
    }

    private static ManagedPolicy policy(Construct scope, String group, ILogGroup logs) {
        var arn = Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("ec2")
                        .resource("security-group")
                        .resourceName(group)
                        .build());
        return ManagedPolicy.Builder.create(scope, "CloserPolicy")
                .description("Lets the closer empty one default security group and log that it did")
                .statements(List.of(
                        PolicyStatement.Builder.create()
                                .actions(List.of(
                                        "ec2:AuthorizeSecurityGroupEgress",
                                        "ec2:AuthorizeSecurityGroupIngress",
                                        "ec2:RevokeSecurityGroupEgress",
                                        "ec2:RevokeSecurityGroupIngress"))
                                .resources(List.of(arn))
                                .build(),
                        PolicyStatement.Builder.create()
                                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                                .resources(List.of(logs.getLogGroupArn()))
                                .build()))
                .build();
    }

    private static void harden(CustomResourceProvider provider, ILogGroup logs, ManagedPolicy policy) {
        var tags = List.of(Map.of("Key", DataClass.TAG, "Value", DataClass.APPLICATION.tag()));
        var handler = (CfnResource) provider.getNode().findChild("Handler");
        // It runs once in the life of a VPC: one at a time is enough, and nothing else can use it up.
        handler.addPropertyOverride("ReservedConcurrentExecutions", 1);
        handler.addPropertyOverride("LoggingConfig", Map.of("LogGroup", logs.getLogGroupName()));
        handler.addPropertyOverride("Tags", tags);
        var role = (CfnResource) provider.getNode().findChild("Role");
        role.addPropertyOverride("ManagedPolicyArns", List.of(policy.getManagedPolicyArn()));
    }

    /** The CDK gives its code to nothing but its own Vpc, so one is made in an app that is thrown away. */
    private static final class Code {
        static final Path PATH = staged();

        private static Path staged() {
            try {
                var directory = Files.createTempDirectory("cordon-closer");
                var app = new App(AppProps.builder()
                        .outdir(directory.toString())
                        .postCliContext(Map.of("aws:cdk:disable-asset-staging", false))
                        .build());
                Vpc.Builder.create(new Stack(app, "Closer"), "Vpc")
                        .subnetConfiguration(List.of())
                        .restrictDefaultSecurityGroup(true)
                        .build();
                try (var staged = Files.walk(directory)) {
                    staged.map(Path::toFile).forEach(File::deleteOnExit);
                }
                try (var assets = Files.newDirectoryStream(directory, "asset.*")) {
                    return assets.iterator().next();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the CDK's code that closes a security group cannot be staged", e);
            }
        }
    }
}
