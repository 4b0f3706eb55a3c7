package io.cordon.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** The web ACL in front of a stage, and its log, which holds no body, no query, no path and no token. */
final class Firewall extends Construct {
    private static final List<String> SECRET_HEADERS = List.of("authorization", "cookie");

    private final String arn;
    private final @Nullable String metricName;

    Firewall(Construct scope, String name, Stage stage, ProtectedRestApiProps props) {
        super(scope, "Firewall");

        this.metricName = props.webAcl == null ? name : null;
        this.arn = props.webAcl == null ? own(name, props) : given(props.webAcl);
        CfnWebACLAssociation.Builder.create(this, "Association")
                .webAclArn(arn)
                .resourceArn(stage.getStageArn())
                .build();
    }

    String arn() {
        return arn;
    }

    Optional<String> metricName() {
        return Optional.ofNullable(metricName);
    }

    private String given(String webAcl) {
        SameRegion.check("webAcl", webAcl, Stack.of(this));
        return webAcl;
    }

    private String own(String name, ProtectedRestApiProps props) {
        var acl = CfnWebACL.Builder.create(this, "WebAcl")
                .name(name)
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .customResponseBodies(FirewallRules.bodies())
                .rules(FirewallRules.of(props))
                .visibilityConfig(FirewallRules.counted(name))
                .dataProtectionConfig(CfnWebACL.DataProtectionConfigProperty.builder()
                        .dataProtections(List.of(
                                hidden("BODY", List.of()),
                                hidden("QUERY_STRING", List.of()),
                                hidden("SINGLE_HEADER", SECRET_HEADERS)))
                        .build())
                .build();
        log(name, acl, props);
        return acl.getAttrArn();
    }

    /** Also where a rule has matched: what SQL injection matched in is the body itself. */
    private static CfnWebACL.DataProtectProperty hidden(String type, List<String> keys) {
        var field = CfnWebACL.FieldToProtectProperty.builder().fieldType(type);
        return CfnWebACL.DataProtectProperty.builder()
                .action("SUBSTITUTION")
                .field((keys.isEmpty() ? field : field.fieldKeys(keys)).build())
                .excludeRuleMatchDetails(false)
                .excludeRateBasedDetails(false)
                .build();
    }

    private void log(String name, CfnWebACL acl, ProtectedRestApiProps props) {
        var stack = Stack.of(this);
        // A part of the stack's id: a log that outlived its stack must not stop the next one from being made.
        var stackPart = Fn.select(0, Fn.split("-", Fn.select(2, Fn.split("/", stack.getStackId()))));
        var groupName = "aws-waf-logs-" + name + "-" + stackPart;
        var group = AuditLogs.create(this, "Log", props.logs, groupName);
        AuditLogs.resource(group).setResourcePolicyDocument(delivery(stack, arn(stack, groupName) + ":*"));
        CfnLoggingConfiguration.Builder.create(this, "Logging")
                .resourceArn(acl.getAttrArn())
                // Not the group's own ARN: that one ends in :*, which AWS WAF refuses.
                .logDestinationConfigs(List.of(arn(stack, group.getLogGroupName())))
                .redactedFields(List.of(
                        FieldToMatchProperty.builder().uriPath(Map.of()).build(),
                        FieldToMatchProperty.builder().queryString(Map.of()).build(),
                        header("authorization"),
                        header("cookie")))
                .build();
    }

    /**
     * On the group itself: of policies for a whole account there may be ten, and AWS WAF would write one of its own where
     * a group has none.
     */
    private static PolicyDocument delivery(Stack stack, String streams) {
        var senders = stack.formatArn(
                ArnComponents.builder().service("logs").resource("*").build());
        return PolicyDocument.Builder.create()
                .statements(List.of(PolicyStatement.Builder.create()
                        .sid("FirewallWrites")
                        .principals(List.of(new ServicePrincipal("delivery.logs.amazonaws.com")))
                        .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                        .resources(List.of(streams))
                        .conditions(new TreeMap<>(Map.of(
                                "StringEquals", Map.of("aws:SourceAccount", stack.getAccount()),
                                "ArnLike", Map.of("aws:SourceArn", senders))))
                        .build()))
                .build();
    }

    private static FieldToMatchProperty header(String name) {
        return FieldToMatchProperty.builder().singleHeader(Map.of("Name", name)).build();
    }

    private static String arn(Stack stack, String groupName) {
        return stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName(groupName)
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
    }
}
