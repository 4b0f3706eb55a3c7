package io.cordon.network;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;

/** How an {@link IsolatedNetwork} is made. */
public final class IsolatedNetworkProps {
    final @Nullable IVpc vpc;
    final String cidr;
    final List<String> availabilityZones;
    final List<String> interfaceEndpoints;
    final Map<String, List<PolicyStatement>> endpointPolicies;
    final @Nullable String organization;
    final boolean customResources;
    final List<String> prefixLists;
    final IKey logKey;
    final Duration logRetention;

    private IsolatedNetworkProps(Builder builder, IKey logKey) {
        this.vpc = builder.vpc;
        this.cidr = builder.cidr;
        this.availabilityZones = builder.availabilityZones;
        this.interfaceEndpoints = builder.interfaceEndpoints;
        this.endpointPolicies = new TreeMap<>(builder.endpointPolicies);
        this.organization = builder.organization;
        this.customResources = builder.customResources;
        this.prefixLists = builder.prefixLists();
        this.logKey = logKey;
        this.logRetention = builder.logRetention;
    }

    static IsolatedNetworkProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
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
        private final Map<String, List<PolicyStatement>> endpointPolicies = new TreeMap<>();
        private @Nullable String organization;
        private boolean customResources;
        private @Nullable String s3PrefixList;
        private @Nullable String dynamoDbPrefixList;
        private @Nullable IKey logKey;
        private Duration logRetention =
                Duration.days(RetentionPolicy.current().auditDays().value());

        private Builder() {}

        /**
         * A VPC of your own, in whose isolated subnets the endpoints are put; it must have no gateway endpoint for S3 or
         * DynamoDB there. Its flow log is made too; its network ACLs stay as they are. Default: a new VPC from {@code cidr} and {@code availabilityZones}.
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

        /**
         * What one endpoint lets through: {@code s3}, {@code dynamodb} or a service of {@code interfaceEndpoints}. It
         * stands in the place of the default and does not widen it: principals of others are denied all the same, AWS
         * services that act for themselves too. A second call for the same service takes the place of the first. Default:
         * everything that principals of this account do; through the gateways, on resources of this account only.
         *
         * @param statements at least one, each with a principal
         */
        public Builder endpointPolicy(String service, List<PolicyStatement> statements) {
            endpointPolicies.put(service, List.copyOf(statements));
            return this;
        }

        /**
         * Lets principals of a whole organization through the endpoints, and to its resources, in the place of this
         * account: an id of AWS Organizations such as {@code o-a1b2c3d4e5}. Default: this account only.
         */
        public Builder organization(String id) {
            this.organization = id;
            return this;
        }

        /**
         * Whether functions of CloudFormation's custom resources run in this network: their answer is a put to a bucket
         * of CloudFormation's own, which the S3 endpoint must then let through. Default: false.
         */
        public Builder customResources(boolean customResources) {
            this.customResources = customResources;
            return this;
        }

        /**
         * The AWS-managed prefix list of S3 in this region, such as {@code pl-0123abcd}: with both lists, functions may
         * call the gateway endpoints and the interface endpoints of this network only, and {@code 0.0.0.0/0} goes. They
         * are never looked up. Default: TCP 443 to anywhere, which without a route leads nowhere else.
         */
        public Builder s3PrefixList(String id) {
            this.s3PrefixList = id;
            return this;
        }

        /** The AWS-managed prefix list of DynamoDB in this region; see {@code s3PrefixList}. Default: as said there. */
        public Builder dynamoDbPrefixList(String id) {
            this.dynamoDbPrefixList = id;
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
                    vpc == null
                            ? NetworkRules.ofNewVpc(cidr, availabilityZones)
                            : NetworkRules.ofGivenVpc(vpc, availabilityZones));
            problems.addAll(EndpointRules.ofServices(interfaceEndpoints));
            problems.addAll(EndpointRules.ofPolicies(endpointPolicies, interfaceEndpoints));
            problems.addAll(EndpointRules.ofOrganization(organization));
            problems.addAll(EndpointRules.ofPrefixLists(prefixLists()));
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

        private List<String> prefixLists() {
            return Stream.of(s3PrefixList, dynamoDbPrefixList)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }
}
