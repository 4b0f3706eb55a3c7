package io.cordon.api;

import io.cordon.policies.WafPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;

/** The rules of the web ACL: first how often an address asks, then the managed groups of {@code policies/waf.json}. */
final class FirewallRules {
    private static final WafPolicy POLICY = WafPolicy.current();
    private static final String TOO_MANY = "too-many-requests";

    private FirewallRules() {}

    static List<RuleProperty> of(ProtectedRestApiProps props) {
        var rules = new ArrayList<RuleProperty>();
        rules.add(rate(props.requestsPerAddress));
        POLICY.ruleGroups().forEach(group -> rules.add(managed(group.name(), rules.size(), props.countOnly)));
        return rules;
    }

    /** AWS WAF knows no {@code application/problem+json}; the form is the same. */
    static Map<String, Object> bodies() {
        return Map.of(
                TOO_MANY,
                CfnWebACL.CustomResponseBodyProperty.builder()
                        .contentType("APPLICATION_JSON")
                        .content(
                                "{\"type\":\"urn:cordon:problem:throttled\",\"title\":\"Too many requests\",\"status\":429}")
                        .build());
    }

    /** Counted, never sampled: a sample shows whole requests in the console. */
    static CfnWebACL.VisibilityConfigProperty counted(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName(metric)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build();
    }

    private static RuleProperty rate(int requests) {
        int window = POLICY.rateWindowSeconds().value();
        return rule("RequestsPerAddress", 0)
                .statement(StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .evaluationWindowSec(window)
                                .limit(requests)
                                .build())
                        .build())
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder()
                                .customResponse(tooMany(window))
                                .build())
                        .build())
                .build();
    }

    private static CfnWebACL.CustomResponseProperty tooMany(int window) {
        return CfnWebACL.CustomResponseProperty.builder()
                .responseCode(429)
                .customResponseBodyKey(TOO_MANY)
                .responseHeaders(List.of(CfnWebACL.CustomHTTPHeaderProperty.builder()
                        .name("Retry-After")
                        .value(String.valueOf(window))
                        .build()))
                .build();
    }

    private static RuleProperty managed(String group, int priority, List<String> countOnly) {
        var counted = countOnly.stream()
                .filter(rule -> rule.startsWith(group + "/"))
                .map(rule -> RuleActionOverrideProperty.builder()
                        .name(rule.substring(group.length() + 1))
                        .actionToUse(CfnWebACL.RuleActionProperty.builder()
                                .count(CfnWebACL.CountActionProperty.builder().build())
                                .build())
                        .build())
                .toList();
        return rule(group, priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(group)
                                .ruleActionOverrides(counted.isEmpty() ? null : counted)
                                .build())
                        .build())
                .build();
    }

    private static RuleProperty.Builder rule(String name, int priority) {
        return RuleProperty.builder().name(name).priority(priority).visibilityConfig(counted(name));
    }
}
