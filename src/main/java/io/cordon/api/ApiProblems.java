package io.cordon.api;

import io.cordon.policies.ApiPolicy;
import io.cordon.policies.RetentionPolicy;
import io.cordon.policies.WafPolicy;
import io.cordon.storage.WebOrigin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;

/** Everything that is wrong with what an API was told. */
final class ApiProblems {
    private static final ApiPolicy API = ApiPolicy.current();
    private static final WafPolicy WAF = WafPolicy.current();

    private final ProtectedRestApiProps.Builder props;
    private final List<String> problems = new ArrayList<>();

    ApiProblems(ProtectedRestApiProps.Builder props) {
        this.props = props;
    }

    List<String> all() {
        required();
        routes();
        siblings();
        mentions();
        numbers();
        logs();
        firewall();
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
        if (props.routes.isEmpty()) {
            problems.add("routes: none; an API answers at least one; add route(\"GET /status\", function)");
        }
    }

    private void routes() {
        var keys = new HashSet<String>();
        for (var route : props.routes) {
            if (!route.isWellFormed()) {
                problems.add(
                        "route: " + route.key() + "; GET, HEAD, POST, PUT, PATCH or DELETE, a space and a path that"
                                + " starts with / and does not end with one; write GET /jobs/{id}");
            } else if (!keys.add(route.key())) {
                problems.add("route: " + route.key() + "; given twice; keep one");
            }
        }
        long resources = props.routes.stream()
                .flatMap(route -> route.resources().stream())
                .distinct()
                .count();
        if (resources > API.pathResources().value()) {
            problems.add("routes: " + resources + " path resources; API Gateway takes "
                    + API.pathResources().value() + "; divide them over two APIs");
        }
    }

    /** API Gateway takes one variable for each place in a path: {@code /jobs/{id}} excludes {@code /jobs/{job}/log}. */
    private void siblings() {
        Map<String, TreeSet<String>> names = new TreeMap<>();
        props.routes.stream().flatMap(route -> route.resources().stream()).forEach(resource -> {
            int end = resource.lastIndexOf('/');
            var last = resource.substring(end + 1);
            if (ApiRoute.isVariable(last)) {
                names.computeIfAbsent(resource.substring(0, end) + "/", it -> new TreeSet<>())
                        .add(last);
            }
        });
        names.forEach((parent, found) -> {
            if (found.size() > 1) {
                problems.add("routes: " + String.join(" and ", found) + " below " + parent
                        + "; API Gateway takes one variable there; use the same name");
            }
        });
    }

    private void mentions() {
        var keys = props.routes.stream().map(ApiRoute::key).collect(Collectors.toSet());
        props.open.forEach((route, reason) -> {
            if (!keys.contains(route)) {
                problems.add("open: " + route + "; no such route; known are " + new TreeSet<>(keys));
            }
            if (reason.strip().length() < API.shortestOpenReason().value()) {
                problems.add("open: " + route + "; the reason \"" + reason + "\" says too little; "
                        + API.shortestOpenReason().value() + " characters at least: why can nobody have a token?");
            }
        });
        props.bodies.keySet().stream()
                .filter(route -> !keys.contains(route) || route.startsWith("GET ") || route.startsWith("HEAD "))
                .forEach(route -> problems.add(
                        "body: " + route + "; no such route with a body; known are " + new TreeSet<>(keys)));
        props.slow.forEach((function, seconds) -> problems.add("routesOf: " + function + " may take " + seconds
                + " s; API Gateway waits " + API.integrationSeconds().value() + " s; make the work a job"));
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
        var groups = WAF.ruleGroups().stream().map(WafPolicy.RuleGroup::name).toList();
        props.countOnly.stream()
                .filter(rule -> !rule.matches("\\w+/\\w+") || !groups.contains(rule.split("/", 2)[0]))
                .forEach(rule -> problems.add(
                        "countOnly: " + rule + "; a rule of a group, as Group/Rule; the groups are " + groups));
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
