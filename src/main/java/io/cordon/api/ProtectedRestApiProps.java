package io.cordon.api;

import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.ApiPolicy;
import io.cordon.policies.RetentionPolicy;
import io.cordon.policies.WafPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.IFunction;

/** What a {@link ProtectedRestApi} must and can be told. */
public final class ProtectedRestApiProps {
    final IFunction authorizer;
    final Duration authorizerCache;
    final List<ApiRoute> routes;
    final Map<String, String> open;
    final Map<String, Map<String, Object>> bodies;
    final List<String> origins;
    final int throttlingRate;
    final int throttlingBurst;
    final int requestsPerAddress;
    final List<String> countOnly;
    final @Nullable String webAcl;
    final @Nullable ApiDomain domain;
    final String stageName;
    final AuditLogs.Keeping logs;

    private ProtectedRestApiProps(Builder builder) {
        this.authorizer = Objects.requireNonNull(builder.authorizer);
        this.authorizerCache = builder.authorizerCache;
        this.routes = List.copyOf(builder.routes);
        this.open = Collections.unmodifiableMap(new TreeMap<>(builder.open));
        this.bodies = Collections.unmodifiableMap(new TreeMap<>(builder.bodies));
        this.origins = List.copyOf(builder.origins);
        this.throttlingRate = builder.throttlingRate;
        this.throttlingBurst = builder.throttlingBurst;
        this.requestsPerAddress = builder.requestsPerAddress;
        this.countOnly = List.copyOf(builder.countOnly);
        this.webAcl = builder.webAcl;
        this.domain = builder.domain;
        this.stageName = builder.stageName;
        this.logs =
                new AuditLogs.Keeping(Objects.requireNonNull(builder.key), builder.logRetention, builder.removalPolicy);
    }

    /** Starts an empty set of properties. */
    public static Builder builder() {
        return new Builder();
    }

    static ProtectedRestApiProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder {
        private static final ApiPolicy API = ApiPolicy.current();
        private static final WafPolicy WAF = WafPolicy.current();

        @Nullable
        IFunction authorizer;

        @Nullable
        IKey key;

        @Nullable
        String webAcl;

        @Nullable
        ApiDomain domain;

        final List<ApiRoute> routes = new ArrayList<>();
        final List<String> routeless = new ArrayList<>();
        final Map<String, String> open = new TreeMap<>();
        final Map<String, Map<String, Object>> bodies = new TreeMap<>();
        List<String> origins = List.of();
        boolean localhostOrigins;
        Duration authorizerCache = Duration.seconds(API.authorizerCacheSeconds().value());
        int throttlingRate = API.throttlingRate().value();
        int throttlingBurst = API.throttlingBurst().value();
        int requestsPerAddress = WAF.requestsPerAddress().value();
        List<String> countOnly = List.of();
        String stageName = "live";
        Duration logRetention =
                Duration.days(RetentionPolicy.current().auditDays().value());
        RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        private Builder() {}

        /**
         * The Lambda authorizer (REQUEST), asked with the header {@code Authorization}. Its answer is remembered for all
         * routes, so the policy it returns must cover all that the caller may do. Required.
         */
        public Builder authorizer(IFunction function) {
            this.authorizer = function;
            return this;
        }

        /** How long an answer is remembered, and a revoked token good: 0 to 60 whole seconds. Default: 60 s. */
        public Builder authorizerCache(Duration cache) {
            this.authorizerCache = cache;
            return this;
        }

        /**
         * A request and who answers it: {@code GET /jobs/{id}}; GET, HEAD, POST, PUT, PATCH or DELETE. At least one route
         * is required, here or by {@link #routesOf}.
         */
        public Builder route(String route, IFunction function) {
            routes.add(ApiRoute.of(route, function));
            return this;
        }

        /** All routes that the manifest has for a function, answered by its alias within 29 s. Default: none. */
        public Builder routesOf(RuntimeFunction function) {
            var found = ApiRoute.of(function);
            routes.addAll(found);
            if (found.isEmpty()) {
                routeless.add(function.getEntry().name());
            }
            return this;
        }

        /**
         * Routes without authorizer, because whoever calls them can have no token: sign-in, webhooks. Their functions must
         * check the request themselves. Default: none.
         *
         * @param reason why, at least 20 characters; it is written into the template beside each method
         */
        public Builder open(String reason, String... routes) {
            Arrays.stream(routes).forEach(route -> open.put(route, reason));
            return this;
        }

        /** The JSON Schema (draft 4) of a route's body, whatever content type it claims. Default: the function looks. */
        public Builder body(String route, Map<String, Object> schema) {
            bodies.put(route, schema);
            return this;
        }

        /** Web pages that may call, each as {@code https://host}. Default: none; phones need none. */
        public Builder allowedOrigins(String... origins) {
            this.origins = List.of(origins);
            return this;
        }

        /** Whether {@code http://localhost:<port>} may be an origin. Default: {@code false}. */
        public Builder localhostOrigins(boolean allowed) {
            this.localhostOrigins = allowed;
            return this;
        }

        /** Requests a second over all callers, 1 to 10,000. Default: 100 ({@code throttlingRate}). */
        public Builder throttlingRate(int requestsPerSecond) {
            this.throttlingRate = requestsPerSecond;
            return this;
        }

        /** Requests at once over all callers, 1 to 5,000. Default: 200 ({@code throttlingBurst}). */
        public Builder throttlingBurst(int requests) {
            this.throttlingBurst = requests;
            return this;
        }

        /** Requests of one address in five minutes, 10 or more. Default: 2,000 ({@code policies/waf.json}). */
        public Builder requestsPerAddress(int requests) {
            this.requestsPerAddress = requests;
            return this;
        }

        /** Rules of the firewall that count and do not refuse, each as {@code Group/Rule}. Default: none. */
        public Builder countOnly(String... rules) {
            this.countOnly = List.of(rules);
            return this;
        }

        /**
         * The ARN of a web ACL of your own, regional and in the API's region; its rules and its log stay yours, and the
         * construct's page says what it must do. Default: a new one from {@code policies/waf.json}, with a log.
         */
        public Builder webAcl(String arn) {
            this.webAcl = arn;
            return this;
        }

        /**
         * A name of your own in lower case, and its certificate in the API's region; API Gateway's own name answers no
         * more. Point your DNS to {@link ProtectedRestApi#getDomainTarget()}. Default: none.
         */
        public Builder domain(String name, ICertificate certificate) {
            this.domain = new ApiDomain(name, certificate);
            return this;
        }

        /** The first part of each path: 1 to 128 letters, digits, _ and -. Default: {@code live}. */
        public Builder stageName(String name) {
            this.stageName = name;
            return this;
        }

        /**
         * The customer-managed key of the logs. CloudWatch Logs is added to its policy, but you must add it to that of an
         * imported key. Required.
         */
        public Builder key(IKey key) {
            this.key = key;
            return this;
        }

        /** How long the logs are kept, a period that CloudWatch Logs accepts. Default: 2192 days ({@code auditDays}). */
        public Builder logRetention(Duration retention) {
            this.logRetention = retention;
            return this;
        }

        /** What becomes of the logs when they leave the stack. Default: {@code RETAIN}. */
        public Builder removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public ProtectedRestApiProps build() {
            var problems = new ApiProblems(this).all();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("ProtectedRestApi: " + String.join("\n  ", problems));
            }
            return new ProtectedRestApiProps(this);
        }
    }
}
