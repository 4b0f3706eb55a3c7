package io.cordon.functions;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IManagedPolicy;

/** What an {@link ExecutionRole} can be told. */
public final class ExecutionRoleProps {
    final @Nullable IManagedPolicy permissionsBoundary;

    private ExecutionRoleProps(Builder builder) {
        this.permissionsBoundary = builder.permissionsBoundary;
    }

    /** Starts an empty set of properties. */
    public static Builder builder() {
        return new Builder();
    }

    static ExecutionRoleProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects the properties of an {@link ExecutionRole}. */
    public static final class Builder {
        private @Nullable IManagedPolicy permissionsBoundary;

        private Builder() {}

        /** The most that the role may ever do, whatever is granted to it. Default: no boundary. */
        public Builder permissionsBoundary(IManagedPolicy policy) {
            this.permissionsBoundary = policy;
            return this;
        }

        /** Returns the properties. */
        public ExecutionRoleProps build() {
            return new ExecutionRoleProps(this);
        }
    }
}
