package io.cordon.ai;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;

/** What a {@link BedrockPrivateLink} must and can be told. */
public final class BedrockPrivateLinkProps {
    final IVpc vpc;
    final List<ISecurityGroup> functions;
    final List<String> models;
    final String geography;
    final @Nullable String organization;
    final boolean controlPlane;

    private BedrockPrivateLinkProps(Builder builder, IVpc vpc) {
        this.vpc = vpc;
        this.functions = builder.functions;
        this.models = builder.models;
        this.geography = builder.geography;
        this.organization = builder.organization;
        this.controlPlane = builder.controlPlane;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static BedrockPrivateLinkProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what the endpoints are made from; {@link #build()} checks it all at once. */
    public static final class Builder {
        private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

        private @Nullable IVpc vpc;
        private List<ISecurityGroup> functions = List.of();
        private List<String> models =
                List.of(ModelCatalog.current().defaultModel().id());
        private String geography = ModelCatalog.defaultGeography();
        private @Nullable String organization;
        private boolean controlPlane = false;

        private Builder() {}

        /**
         * The VPC in whose isolated subnets the endpoints are put, and the security groups of the functions that may
         * reach them; nothing else can. The VPC may be yours; it must have no Bedrock endpoint with private DNS yet.
         * Required.
         */
        public Builder network(IVpc vpc, ISecurityGroup... functions) {
            this.vpc = vpc;
            this.functions = List.of(functions);
            return this;
        }

        /**
         * The ids of the models that may be called, from {@code policies/bedrock/models.json} and without a geography.
         * Default: the default model of that list.
         */
        public Builder models(List<String> ids) {
            this.models = List.copyOf(ids);
            return this;
        }

        /**
         * The id of the geography that no request leaves; the stack's region must be one of its regions. Default:
         * {@code eu} ({@code defaultGeography} of {@code policies/bedrock/models.json}).
         */
        public Builder geography(String id) {
            this.geography = id;
            return this;
        }

        /**
         * The id of an organisation all of whose accounts' principals may pass. Default: only principals of this
         * account.
         */
        public Builder organization(String id) {
            this.organization = id;
            return this;
        }

        /**
         * Adds an endpoint for Bedrock's control plane, through which functions can ask for the state of these models
         * and profiles. It costs a second hourly fee per zone. Default: no such endpoint.
         */
        public Builder controlPlane() {
            this.controlPlane = true;
            return this;
        }

        /**
         * Returns the checked props. Models, geography and region are checked by the construct, since they depend on its
         * place and day.
         *
         * @throws IllegalArgumentException listing every problem, each with its property, value, limit and mend
         */
        public BedrockPrivateLinkProps build() {
            var problems = new ArrayList<String>();
            problems.addAll(ofNetwork());
            problems.addAll(ofModels());
            var org = organization;
            if (org != null
                    && !Boolean.TRUE.equals(Token.isUnresolved(org))
                    && !ORGANIZATION.matcher(org).matches()) {
                problems.add("organization: " + org + "; an organisation's id; write it as o-abcdefghij");
            }
            var given = vpc;
            if (given == null || !problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", problems));
            }
            return new BedrockPrivateLinkProps(this, given);
        }

        private List<String> ofNetwork() {
            if (vpc == null) {
                return List.of("network: missing; endpoints lie in a VPC; give it with the functions' security group");
            }
            var problems = new ArrayList<String>();
            if (vpc.getIsolatedSubnets().isEmpty()) {
                problems.add("network: no isolated subnet; at least one; import the VPC with isolatedSubnetIds");
            }
            if (functions.isEmpty()) {
                problems.add("network: no security group; whose holders may call models; name that of the functions");
            }
            return problems;
        }

        private List<String> ofModels() {
            var seen = new HashSet<String>();
            return models.isEmpty()
                    ? List.of("models: none; at least one; leave it out for the default model")
                    : models.stream()
                            .filter(id -> !seen.add(id))
                            .map(id -> "models: " + id + "; each once; remove the repetition")
                            .toList();
        }
    }
}
