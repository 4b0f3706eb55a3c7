package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.LocalAws;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * What S3 tells EventBridge of an object that lies in a bucket.
 *
 * <p>The fields are those of
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html (November 2026).
 */
final class ObjectCreated {
    private ObjectCreated() {}

    static ObjectNode in(String bucket, String key) {
        HeadObjectResponse object =
                LocalAws.S3.headObject(head -> head.bucket(bucket).key(key));
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("version", "0").put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Object Created").put("source", "aws.s3").put("account", Names.ACCOUNT);
        event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", Names.REGION).putArray("resources").add("arn:aws:s3:::" + bucket);
        ObjectNode detail = event.putObject("detail").put("version", "0").put("event-version", "1.0");
        detail.putObject("bucket").put("name", bucket);
        ObjectNode created = detail.putObject("object").put("key", key).put("size", object.contentLength());
        created.put("etag", object.eTag().replace("\"", "")).put("sequencer", "617f08299329d189");
        if (object.versionId() != null) {
            created.put("version-id", object.versionId());
        }
        detail.put("request-id", "N4N7GDK58NMKJ12R").put("requester", Names.ACCOUNT);
        detail.put("source-ip-address", "192.0.2.1").put("reason", "PutObject");
        return event;
    }
}
