package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.StandardOut;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What a journey left behind: in a bucket, in the table of costs, and in the logs. */
final class Traces {
    private final int before = StandardOut.lines().size();

    /** Every version and every delete marker in a bucket. */
    static List<String> versions(String bucket) {
        ListObjectVersionsResponse all = LocalAws.S3.listObjectVersions(list -> list.bucket(bucket));
        return Stream.concat(
                        all.versions().stream().map(version -> version.key() + " " + version.versionId()),
                        all.deleteMarkers().stream().map(marker -> marker.key() + " (marker) " + marker.versionId()))
                .toList();
    }

    /** The keys of the objects that can be seen in a bucket. */
    static List<String> keys(String bucket) {
        return LocalAws.S3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** What the calls of a person were booked as. */
    static List<Items.Item> bookings(String table, String subject) {
        return LocalAws.DYNAMODB
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :user and begins_with(SK, :call)")
                        .expressionAttributeValues(Map.of(
                                ":user",
                                AttributeValue.fromS("USER#" + subject),
                                ":call",
                                AttributeValue.fromS("CALL#"))))
                .items()
                .stream()
                .map(Items.Item::new)
                .toList();
    }

    /** The functions that logged a line about the job that this request opened. */
    Set<String> functionsThatLogged(String openingRequest) {
        return lines().filter(line -> line.path("job").asText().equals(openingRequest))
                .map(line -> line.path("function").asText())
                .collect(Collectors.toSet());
    }

    /** Whether any line holds this text. */
    boolean anyLineHolds(String text) {
        return lines().anyMatch(line -> line.toString().contains(text));
    }

    private Stream<JsonNode> lines() {
        List<String> all = StandardOut.lines();
        return all.subList(before, all.size()).stream()
                .filter(line -> line.startsWith("{"))
                .map(Json::of);
    }
}
