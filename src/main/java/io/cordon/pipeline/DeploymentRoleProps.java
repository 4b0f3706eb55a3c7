package io.cordon.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IManagedPolicy;

/** What a {@link DeploymentRole} can be told. */
public final class DeploymentRoleProps {
    /** Owner and name, as GitHub allows them. A {@code *} here would be a claim that anybody can make. */
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/[A-Za-z0-9._-]{1,100}");

    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z0-9._-]{1,255}");
    private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_-]{1,10}");

    final String provider;
    final String repository;
    final String environment;
    final Right right;
    final List<String> regions;
    final String qualifier;
    final @Nullable IManagedPolicy boundary;

    private DeploymentRoleProps(Builder builder) {
        this.provider = builder.provider;
        this.repository = builder.repository;
        this.environment = builder.environment;
        this.right = builder.right;
        this.regions = List.copyOf(builder.regions);
        this.qualifier = builder.qualifier;
        this.boundary = builder.boundary;
    }

    /** Returns whether a text names a repository: {@code owner/name}. */
    public static boolean isRepository(String text) {
        return REPOSITORY.matcher(text).matches();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static DeploymentRoleProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what a role is made from. */
    public static final class Builder {
        private String provider = "";
        private String repository = "";
        private String environment = "";
        private Right right = Right.PLAN;
        private List<String> regions = List.of();
        private String qualifier = "hnb659fds";
        private @Nullable IManagedPolicy boundary;

        private Builder() {}

        /** The ARN of the account's OIDC provider for GitHub, such as {@link GithubProvider#getArn()}. Required. */
        public Builder provider(String arn) {
            this.provider = arn;
            return this;
        }

        /** The repository whose workflows may take the role, {@code owner/name}. Required. */
        public Builder repository(String ownerAndName) {
            this.repository = ownerAndName;
            return this;
        }

        /** The GitHub environment that a job must run in: its reviewers and branches decide who deploys. Required. */
        public Builder environment(String name) {
            this.environment = name;
            return this;
        }

        /** What it may do. Default: {@link Right#PLAN}, which changes nothing. */
        public Builder right(Right may) {
            this.right = may;
            return this;
        }

        /** The bootstrapped regions of this account that it deploys to. Default: the region of its stack. */
        public Builder regions(List<String> names) {
            this.regions = List.copyOf(names);
            return this;
        }

        /** The qualifier of the bootstrap. Default: {@code hnb659fds}, that of the CDK. */
        public Builder qualifier(String text) {
            this.qualifier = text;
            return this;
        }

        /** A permissions boundary. Default: none; its one permission is to take named roles. */
        public Builder boundary(IManagedPolicy policy) {
            this.boundary = policy;
            return this;
        }

        /**
         * Returns the checked props.
         *
         * @throws IllegalArgumentException naming every problem
         */
        public DeploymentRoleProps build() {
            var problems = new ArrayList<String>();
            if (provider.isEmpty()) {
                problems.add("provider: none; a role must trust somebody; call provider(arn)");
            }
            if (!isRepository(repository)) {
                problems.add("repository: '" + repository
                        + "'; must be owner/name, without patterns; call repository(ownerAndName)");
            }
            if (!ENVIRONMENT.matcher(environment).matches()) {
                problems.add("environment: '" + environment
                        + "'; must be 1 to 255 letters, digits and . _ -; call environment(name)");
            }
            if (!QUALIFIER.matcher(qualifier).matches()) {
                problems.add("qualifier: '" + qualifier
                        + "'; must be 1 to 10 letters, digits, _ and -; choose that of the bootstrap");
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new DeploymentRoleProps(this);
        }
    }
}
