package io.cordon.runtime.local;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.bedrock.model.BedrockRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListPublicKeysRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.kms.model.KmsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Notes each AWS call that a function makes or signs; the SDK finds it by its own list of global interceptors. */
public final class Recorder implements ExecutionInterceptor {
    /** The function that runs on this thread, if any: calls of the tests themselves are not noted. */
    static final ThreadLocal<String> RUNNING = new ThreadLocal<>();

    private static final Set<Call> PREPARED = ConcurrentHashMap.newKeySet();
    private static final Set<Call> SENT = ConcurrentHashMap.newKeySet();

    /** One operation on one resource; the prefix is the folder in a bucket, the kind of an item in a table, or empty. */
    public record Call(String function, String operation, String resource, String prefix) {}

    /** The calls that went out. */
    public static Set<Call> calls() {
        return Set.copyOf(SENT);
    }

    /** The calls that were signed and handed to somebody else. */
    public static Set<Call> delegated() {
        Set<Call> delegated = ConcurrentHashMap.newKeySet();
        delegated.addAll(PREPARED);
        delegated.removeAll(SENT);
        return delegated;
    }

    /** Notes a request that a function makes by itself, if it is one; says whether it is. */
    public static boolean overheard(SdkHttpRequest request) {
        String function = RUNNING.get();
        if (function == null || !request.encodedPath().equals(BedrockSettingsServer.RETENTION)) {
            return false;
        }
        String verb = request.method() == SdkHttpMethod.PUT ? "Put" : "Get";
        SENT.add(new Call(function, "bedrock:" + verb + "AccountDataRetention", LocalAws.ACCOUNT, ""));
        return true;
    }

    @Override
    public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
        note(context.request(), PREPARED);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        note(context.request(), SENT);
    }

    private static void note(SdkRequest request, Set<Call> into) {
        String function = RUNNING.get();
        if (function != null) {
            calls(function, request).forEach(into::add);
        }
    }

    private static Stream<Call> calls(String function, SdkRequest request) {
        if (request instanceof GetItemRequest get) {
            return Stream.of(new Call(function, "dynamodb:GetItem", get.tableName(), kind(get.key())));
        }
        if (request instanceof UpdateItemRequest update) {
            return Stream.of(new Call(function, "dynamodb:UpdateItem", update.tableName(), kind(update.key())));
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(item -> write(function, item));
        }
        if (request instanceof PutItemRequest put) {
            return Stream.of(new Call(function, "dynamodb:PutItem", put.tableName(), kind(put.item())));
        }
        if (request instanceof ConverseRequest converse) {
            return Stream.of(new Call(function, "bedrock:Converse", converse.modelId(), ""));
        }
        if (request instanceof KmsRequest) {
            String operation = request.getClass().getSimpleName().replace("Request", "");
            String key = request.getValueForField("KeyId", String.class).orElse("");
            return Stream.of(new Call(function, "kms:" + operation, key, ""));
        }
        if (request instanceof ListObjectsV2Request list) {
            return Stream.of(new Call(function, "s3:ListObjectsV2", list.bucket(), folder(list.prefix())));
        }
        if (request instanceof ListObjectVersionsRequest list) {
            return Stream.of(new Call(function, "s3:ListObjectVersions", list.bucket(), folder(list.prefix())));
        }
        if (request instanceof GetObjectRequest get) {
            String read = "s3:GetObject" + named(get.versionId());
            return Stream.of(new Call(function, read, get.bucket(), folder(get.key())));
        }
        if (request instanceof DeleteObjectRequest delete) {
            String deleted = "s3:DeleteObject" + named(delete.versionId());
            return Stream.of(new Call(function, deleted, delete.bucket(), folder(delete.key())));
        }
        String operation = request.getClass().getSimpleName().replace("Request", "");
        if (request instanceof BedrockRequest) {
            return Stream.of(new Call(function, "bedrock:" + operation, LocalAws.ACCOUNT, ""));
        }
        if (request instanceof CloudTrailRequest) {
            return Stream.of(new Call(function, "cloudtrail:" + operation, trailOf(request), ""));
        }
        if (request instanceof PutObjectRequest put) {
            return Stream.of(new Call(function, "s3:PutObject", put.bucket(), folder(put.key())));
        }
        return Stream.of(new Call(function, request.getClass().getSimpleName(), "unknown to the recorder", ""));
    }

    /** To read or delete a version takes another permission than to read or hide the current one. */
    private static String named(String versionId) {
        return versionId == null ? "" : "/Version";
    }

    private static Call write(String function, TransactWriteItem item) {
        if (item.put() != null) {
            Put put = item.put();
            return new Call(function, "dynamodb:TransactWriteItems/Put", put.tableName(), kind(put.item()));
        }
        if (item.update() != null) {
            Update update = item.update();
            return new Call(function, "dynamodb:TransactWriteItems/Update", update.tableName(), kind(update.key()));
        }
        if (item.conditionCheck() != null) {
            ConditionCheck check = item.conditionCheck();
            String operation = "dynamodb:TransactWriteItems/ConditionCheck";
            return new Call(function, operation, check.tableName(), kind(check.key()));
        }
        return new Call(function, "TransactWriteItems", "unknown to the recorder", "");
    }

    /** Keys belong to no trail: they serve the one that is checked. */
    private static String trailOf(SdkRequest request) {
        return request instanceof ListPublicKeysRequest
                ? LocalAws.TRAIL
                : request.getValueForField("Name", String.class)
                        .or(() -> request.getValueForField("TrailName", String.class))
                        .orElse("");
    }

    private static String kind(Map<String, AttributeValue> key) {
        String partition = key.get("PK").s();
        return partition.substring(0, partition.indexOf('#') + 1);
    }

    private static String folder(String key) {
        String within = key.startsWith(LocalAws.ROOT) ? key.substring(LocalAws.ROOT.length()) : key;
        return within.substring(0, within.indexOf('/') + 1);
    }
}
