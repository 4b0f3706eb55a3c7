package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.Intrinsics;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a template's references to buckets, tables, subnets and route tables become: text in which each has one name,
 * whichever stack speaks of it and however. What only the deployment knows is empty.
 */
final class ResourceNames implements Intrinsics.Naming {
    static final String BUCKET = "AWS::S3::Bucket";
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String GLOBAL_TABLE = "AWS::DynamoDB::GlobalTable";

    static final String SUBNET = "AWS::EC2::Subnet";
    static final String ROUTE_TABLE = "AWS::EC2::RouteTable";

    private static final Map<String, String> NAMES =
            Map.of(BUCKET, "BucketName", TABLE, "TableName", GLOBAL_TABLE, "TableName");
    private static final Map<String, String> IDS = Map.of(SUBNET, "SubnetId", ROUTE_TABLE, "RouteTableId");
    private static final Pattern PARTITION = Pattern.compile("^arn:aws[a-z-]*:");

    private final Intrinsics intrinsics;

    ResourceNames(Assembly app) {
        this.intrinsics = new Intrinsics(app, this);
    }

    /** Returns the ARN of a store in a region of its own. */
    String arn(TemplateResource store, String region) {
        return store.type().equals(BUCKET)
                ? "arn:aws:s3:::" + name(store)
                : "arn:aws:dynamodb:" + region + ":" + account(store.stack()) + ":table/" + name(store);
    }

    String account(String stack) {
        return intrinsics.account(stack);
    }

    String region(String stack) {
        return intrinsics.region(stack);
    }

    /** Returns what {@code value} becomes in {@code stack}, all partitions written as {@code aws}. */
    Optional<String> text(JsonNode value, String stack) {
        return intrinsics.text(value, stack).map(it -> PARTITION.matcher(it).replaceFirst("arn:aws:"));
    }

    @Override
    public Optional<String> reference(TemplateResource resource) {
        return NAMES.containsKey(resource.type()) || IDS.containsKey(resource.type())
                ? Optional.of(name(resource))
                : Optional.empty();
    }

    @Override
    public Optional<String> attribute(TemplateResource resource, String attribute) {
        if (NAMES.containsKey(resource.type())) {
            return attribute.equals("Arn") ? Optional.of(arn(resource, region(resource.stack()))) : Optional.empty();
        }
        return attribute.equals(IDS.get(resource.type())) ? Optional.of(name(resource)) : Optional.empty();
    }

    @Override
    public Optional<String> gap() {
        return Optional.empty();
    }

    /** A name that the deployment makes up is written as the place of its bearer in the app: it is like no other. */
    String name(TemplateResource resource) {
        var given = resource.properties().path(NAMES.getOrDefault(resource.type(), ""));
        return Optional.of(given)
                .filter(it -> !it.isMissingNode())
                .flatMap(it -> intrinsics.text(it, resource.stack()))
                .orElse("<" + resource.stack() + " " + resource.logicalId() + ">");
    }
}
