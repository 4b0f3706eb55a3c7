package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One document: its job, what S3 said of it, and what it leaves behind. */
public final class Paper {
    private static final JsonMapper JSON = new JsonMapper();

    private final String owner;
    private final String id;
    private Map<String, Object> arrival = Map.of();

    private Paper(String owner, String id) {
        this.owner = owner;
        this.id = id;
    }

    /** A job is opened for a document. */
    public static Paper announced(String type, long length) {
        String owner = Event.somebody();
        String body = "{\"contentType\":\"" + type + "\",\"contentLength\":" + length + "}";
        return new Paper(
                owner, Lambda.upload().answer(Event.upload(owner, body)).jobId());
    }

    /** These bytes arrive for it. */
    public Paper arriving(byte[] bytes) {
        String version = Bucket.put("incoming/" + id, bytes);
        arrival = arrival("incoming/" + id, version, bytes.length);
        return this;
    }

    /** What S3 says by EventBridge of an object that appeared. */
    public static Map<String, Object> arrival(String key, String version, long size) {
        Map<String, Object> object =
                Map.of("key", key, "size", size, "etag", "e", "version-id", version, "sequencer", "0055AED6DCD90281E5");
        return Map.of(
                "version", "0",
                "id", "17793124-05d4-b198-2fde-7ededc63b103",
                "detail-type", "Object Created",
                "source", "aws.s3",
                "account", "111122223333",
                "time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "region", "eu-west-1",
                "resources", List.of("arn:aws:s3:::" + LocalAws.BUCKET),
                "detail", Map.of("version", "0", "bucket", Map.of("name", LocalAws.BUCKET), "object", object));
    }

    /** What S3 said of its arrival. */
    public Map<String, Object> arrival() {
        return arrival;
    }

    /** The id of its job. */
    public String id() {
        return id;
    }

    /** Whose it is. */
    public String owner() {
        return owner;
    }

    /** The owner has it forgotten. */
    public Answer clear() {
        return Lambda.cleanup().answer(Event.cleanup(owner, id));
    }

    /** Every version of the document that is left. */
    public List<String> documents() {
        return Bucket.versions("incoming/" + id);
    }

    /** Every version of every outcome that is left: its key alone. */
    public List<String> outcomes() {
        return Bucket.versions("outgoing/" + id + "/").stream()
                .map(version -> version.substring(version.lastIndexOf('/') + 1).split(" ", -1)[0])
                .toList();
    }

    /** What an outcome says. */
    public JsonNode outcome(String name) {
        try {
            return JSON.readTree(LocalAws.S3
                    .getObjectAsBytes(get -> get.bucket(LocalAws.BUCKET).key("outgoing/" + id + "/" + name))
                    .asByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is booked for the owner, who has no other document. */
    public List<Items.Item> bookings() {
        return LocalAws.DYNAMODB
                .query(query -> query.tableName(LocalAws.COSTS)
                        .keyConditionExpression("PK = :owner")
                        .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS("USER#" + owner))))
                .items()
                .stream()
                .map(Items.Item::new)
                .toList();
    }

    /** The item of its job. */
    public Items.Item job() {
        return Items.jobsOf(owner).get(0);
    }
}
