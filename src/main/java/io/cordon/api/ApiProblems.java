package io.cordon.api;

import io.cordon.policies.ApiPolicy;
import io.cordon.policies.RetentionPolicy;
import io.cordon.policies.WafPolicy;
import io.cordon.storage.WebOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Token;

/** Everything that is wrong with what an API was told. */
final class ApiProblems {
    private static final ApiPolicy API = ApiPolicy.current();
    private static final WafPolicy WAF = WafPolicy.current();
    private static final Pattern WEB_ACL = Pattern.compile(
            "arn:[a-z-]+:wafv2:[a-z0-9-]+:\\d{12}:regional/webacl/[A-Za-z0-9_-]{1,128}/[A-Za-z0-9-]{1,64}");

    private final ProtectedRestApiProps.Builder props;
    private final List<String> problems = new ArrayList<>();

    ApiProblems(ProtectedRestApiProps.Builder props) {
        this.props = props;
    }

    List<String> all() {
        required();
        problems.addAll(new RouteProblems(props).all());
        numbers();
        logs();
        firewall();
        domain();
        props.origins.stream()
                .filter(origin -> !WebOrigin.isAllowed(origin, props.localhostOrigins))
                .forEach(origin -> problems.add("allowedOrigins: " + origin + "; a named https:// origin in lower case,"
                        + " without * and without a path; write https://app.example.com, or set localhostOrigins(true)"
                        + " for http://localhost:<port>"));
        return problems;
    }

    private void required() {
        if (props.authorizer == null) {
            problems.add("authorizer: none; every route needs one; pass the alias of the function that checks tokens");
        }
        if (props.key == null) {
            problems.add("key: none; access logs are encrypted; pass the key of your audit logs");
        }
    }

    private void numbers() {
        within("throttlingRate", props.throttlingRate, API.accountRate().value());
        within("throttlingBurst", props.throttlingBurst, API.accountBurst().value());
        var cache = props.authorizerCache;
        if (!cache.isUnresolved()
                && (seconds(cache) > API.authorizerCacheSeconds().value() || seconds(cache) % 1 != 0)) {
            problems.add("authorizerCache: " + cache.toHumanString() + "; 0 to "
                    + API.authorizerCacheSeconds().value()
                    + " whole seconds; a revoked token opens PHI as long; shorten it");
        }
        if (props.requestsPerAddress < WAF.leastRequestsPerAddress().value()) {
            problems.add("requestsPerAddress: " + props.requestsPerAddress + "; AWS WAF takes "
                    + WAF.leastRequestsPerAddress().value() + " or more; raise it");
        }
    }

    private void logs() {
        if (!props.stageName.matches("[A-Za-z0-9_-]{1,128}")) {
            problems.add("stageName: " + props.stageName + "; 1 to 128 letters, digits, _ and -; write live");
        }
        var periods = RetentionPolicy.current().cloudWatchLogsDays().value();
        var retention = props.logRetention;
        if (!retention.isUnresolved() && !periods.contains((int) (seconds(retention) / 86_400))) {
            problems.add("logRetention: " + retention.toHumanString() + "; CloudWatch Logs takes " + periods + " days");
        }
        if (props.removalPolicy == RemovalPolicy.SNAPSHOT) {
            problems.add("removalPolicy: SNAPSHOT; a log group has no snapshot; use RETAIN or DESTROY");
        }
    }

    private void firewall() {
        var given = props.webAcl;
        if (given != null
                && !Token.isUnresolved(given)
                && !WEB_ACL.matcher(given).matches()) {
            problems.add("webAcl: " + given + "; the ARN of a regional web ACL; write"
                    + " arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>");
        }
        int requests = WAF.requestsPerAddress().value();
        if (given != null && (props.requestsPerAddress != requests || !props.countOnly.isEmpty())) {
            problems.add("webAcl: " + given + "; brings its own rules; leave out requestsPerAddress and countOnly");
        }
        var groups = WAF.ruleGroups().stream().map(WafPolicy.RuleGroup::name).toList();
        props.countOnly.stream()
                .filter(rule -> !rule.matches("\\w+/\\w+") || !groups.contains(rule.split("/", 2)[0]))
                .forEach(rule -> problems.add(
                        "countOnly: " + rule + "; a rule of a group, as Group/Rule; the groups are " + groups));
    }

    private void domain() {
        var domain = props.domain;
        if (domain != null && !domain.isWellFormed()) {
            problems.add("domain: " + domain.name() + "; a host name in lower case, without * and without a path; write"
                    + " api.example.com");
        }
    }

    private void within(String property, int value, int most) {
        if (value < 1 || value > most) {
            problems.add(property + ": " + value + "; 1 to " + most + ", what the account has by default; change it");
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMilliseconds().doubleValue() / 1000;
    }
}
