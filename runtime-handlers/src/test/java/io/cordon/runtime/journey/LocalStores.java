package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Manifest;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Makes the tables and buckets of a template, with its keys and indexes. */
final class LocalStores {
    private LocalStores() {}

    static void make(Template template) {
        LocalAws.start();
        template.all("AWS::DynamoDB::Table").forEach(table -> LocalAws.DYNAMODB.createTable(create(template, table)));
        template.all("AWS::S3::Bucket").forEach(bucket -> make(template, bucket));
    }

    private static void make(Template template, Resource bucket) {
        String name = template.name(bucket);
        LocalAws.S3.createBucket(create -> create.bucket(name));
        String versions = bucket.at("/VersioningConfiguration/Status").asText();
        if (!versions.isEmpty()) {
            LocalAws.S3.putBucketVersioning(put -> put.bucket(name).versioningConfiguration(it -> it.status(versions)));
        }
    }

    private static CreateTableRequest create(Template template, Resource table) {
        CreateTableRequest.Builder create = CreateTableRequest.builder()
                .tableName(template.name(table))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(table.at("/KeySchema")))
                .attributeDefinitions(Manifest.list(table.at("/AttributeDefinitions"))
                        .map(LocalStores::attribute)
                        .toList());
        List<GlobalSecondaryIndex> indexes = Manifest.list(table.at("/GlobalSecondaryIndexes"))
                .map(LocalStores::index)
                .toList();
        return (indexes.isEmpty() ? create : create.globalSecondaryIndexes(indexes)).build();
    }

    private static GlobalSecondaryIndex index(JsonNode index) {
        List<String> extra = Manifest.list(index.at("/Projection/NonKeyAttributes"))
                .map(JsonNode::asText)
                .toList();
        return GlobalSecondaryIndex.builder()
                .indexName(index.path("IndexName").asText())
                .keySchema(keys(index.path("KeySchema")))
                .projection(it -> it.projectionType(
                                index.at("/Projection/ProjectionType").asText())
                        .nonKeyAttributes(extra.isEmpty() ? null : extra))
                .build();
    }

    private static List<KeySchemaElement> keys(JsonNode schema) {
        return Manifest.list(schema)
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.path("AttributeName").asText())
                        .keyType(key.path("KeyType").asText())
                        .build())
                .toList();
    }

    private static AttributeDefinition attribute(JsonNode attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(attribute.path("AttributeType").asText())
                .build();
    }
}
