package io.cordon.network;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.kms.IKey;

/** How an {@link IsolatedNetwork} is made. */
public final class IsolatedNetworkProps {
    final @Nullable IVpc vpc;
    final String cidr;
    final List<String> availabilityZones;
    final List<String> interfaceEndpoints;
    final IKey logKey;
    final Duration logRetention;

    private IsolatedNetworkProps(Builder builder, IKey logKey) {
        this.vpc = builder.vpc;
        this.cidr = builder.cidr;
        this.availabilityZones = builder.availabilityZones;
        this.interfaceEndpoints = builder.interfaceEndpoints;
        this.logKey = logKey;
        this.logRetention = builder.logRetention;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a network is made from; {@link #build()} checks it all at once. */
    public static final class Builder {
        private @Nullable IVpc vpc;
        private String cidr = "10.0.0.0/16";
        private List<String> availabilityZones = List.of();
        private List<String> interfaceEndpoints = List.of();
        private @Nullable IKey logKey;
        private Duration logRetention =
                Duration.days(RetentionPolicy.current().auditDays().value());

        private Builder() {}

        /**
         * A VPC of your own, in whose isolated subnets the endpoints are put; it must have no gateway endpoint for S3 or
         * DynamoDB there. Its flow log is made too. Default: a new VPC from {@code cidr} and {@code availabilityZones}.
         */
        public Builder vpc(IVpc vpc) {
            this.vpc = vpc;
            return this;
        }

        /** The addresses: a literal private IPv4 block (RFC 1918), /16 to /24. Default: {@code 10.0.0.0/16}. */
        public Builder cidr(String cidr) {
            this.cidr = cidr;
            return this;
        }

        /**
         * Two or three zones of the stack's region, one subnet in each. They are never looked up: a look-up needs
         * credentials and makes a synth differ from one day to the next. Required, unless {@code vpc} is given.
         */
        public Builder availabilityZones(List<String> zones) {
            this.availabilityZones = List.copyOf(zones);
            return this;
        }

        /**
         * The services reached through an interface endpoint, by short name such as {@code kms} or
         * {@code bedrock-runtime}. Each costs an hourly fee per zone: name only what is called. S3 and DynamoDB always
         * have a gateway endpoint, which is free. Default: none.
         */
        public Builder interfaceEndpoints(List<String> services) {
            this.interfaceEndpoints = List.copyOf(services);
            return this;
        }

        /** The customer-managed key of the flow logs; CloudWatch Logs of this account is let use it. Required. */
        public Builder logKey(IKey logKey) {
            this.logKey = logKey;
            return this;
        }

        /**
         * How long flow logs are kept: a period that CloudWatch Logs accepts ({@code policies/retention.json}). Default:
         * 2192 days ({@code auditDays}).
         */
        public Builder logRetention(Duration logRetention) {
            this.logRetention = logRetention;
            return this;
        }

        /**
         * Returns the checked props.
         *
         * @throws IllegalArgumentException listing every problem, each with its property, value, limit and mend
         */
        public IsolatedNetworkProps build() {
            var problems = new ArrayList<String>();
            problems.addAll(
                    vpc == null ? NetworkRules.ofNewVpc(cidr, availabilityZones) : NetworkRules.ofGivenVpc(vpc));
            problems.addAll(NetworkRules.ofServices(interfaceEndpoints));
            problems.addAll(NetworkRules.ofRetention(logRetention));
            var key = logKey;
            if (key == null) {
                problems.add("logKey: missing; flow logs are encrypted with a key of yours; give a kms.Key");
            }
            if (key == null || !problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new IsolatedNetworkProps(this, key);
        }
    }
}
