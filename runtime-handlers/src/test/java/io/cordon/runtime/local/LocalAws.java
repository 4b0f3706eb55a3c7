package io.cordon.runtime.local;

import java.net.ServerSocket;
import java.util.Set;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local and an S3 server that checks signatures and keeps versions, started once; the SDK finds both by its standard settings. */
public final class LocalAws {
    /** The name of the table. */
    public static final String TABLE = "application-table";
    /** The name of the bucket, which keeps versions. */
    public static final String BUCKET = "uploads-bucket";
    /** The name of the table of costs. */
    public static final String COSTS = "costs-table";
    /** The name of the bucket that a trail delivers to. */
    public static final String TRAIL_BUCKET = "trail-bucket";
    /** A part of that bucket: the manifest's prefixes are those within the part that a function is bound to. */
    public static final String ROOT = "audit/eu/";
    /** The ARN of the trail. */
    public static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/clinic";
    /** What the stack of this trail says of it, in another order and with another name. */
    public static final String TRAIL_EXPECTED = """
            {"advancedEventSelectors":[
              {"name":"Mine","fieldSelectors":[
                {"field":"resources.ARN","startsWith":["arn:aws:s3:::two/","arn:aws:s3:::one/"]},
                {"field":"resources.type","equalTo":["AWS::S3::Object"]},
                {"field":"eventCategory","equalTo":["Data"]}]},
              {"fieldSelectors":[{"field":"eventCategory","equalTo":["Management"]}]}],
             "cloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:111122223333:log-group:trail",
             "includeGlobalServiceEvents":true,"isMultiRegionTrail":"true",
             "kmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/one"}
            """;
    /** The account of it all. */
    public static final String ACCOUNT = "111122223333";
    /** What Bedrock is set to. */
    public static final BedrockSettingsServer BEDROCK;
    /** What CloudTrail says. */
    public static final CloudTrailServer CLOUD_TRAIL;
    /** For arranging and looking; calls through it are not recorded. */
    public static final DynamoDbClient DYNAMODB;
    /** For arranging and looking; calls through it are not recorded. */
    public static final S3Client S3;

    static {
        try {
            System.setProperty("aws.region", "eu-west-1");
            System.setProperty("aws.accessKeyId", "LOCALACCESSKEY");
            System.setProperty("aws.secretAccessKey", "localsecretkey");
            System.setProperty("aws.endpointUrlDynamoDb", startDynamoDb());
            System.setProperty("aws.endpointUrlS3", VersionedS3.started(Set.of(BUCKET)));
            CLOUD_TRAIL = CloudTrailServer.started();
            System.setProperty("aws.endpointUrlCloudTrail", CLOUD_TRAIL.url());
            BEDROCK = BedrockSettingsServer.started();
            System.setProperty("aws.endpointUrlBedrock", BEDROCK.url());
            BedrockServer.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        DYNAMODB = DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        // The JDK's own client gives up when it waits for "100 Continue" on a connection that is used again.
        S3 = S3Client.builder().httpClient(ApacheHttpClient.create()).build();
        S3.createBucket(create -> create.bucket(BUCKET));
        S3.createBucket(create -> create.bucket(TRAIL_BUCKET));
        createTable(TABLE);
        createTable(COSTS);
    }

    private LocalAws() {}

    /** Starts both, if they do not run yet. */
    public static void start() {
        // The class is initialised once, by whoever comes first.
    }

    private static String startDynamoDb() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        server.start();
        return "http://127.0.0.1:" + port;
    }

    private static void createTable(String name) {
        DYNAMODB.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("PK"), text("SK"))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE)));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
