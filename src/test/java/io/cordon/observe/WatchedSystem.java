package io.cordon.observe;

import io.cordon.ai.ModelCatalog;
import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import io.cordon.functions.ObjectCreatedRule;
import io.cordon.functions.RuntimeFunction;
import io.cordon.keys.DataKeys;
import io.cordon.network.IsolatedNetwork;
import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.RestApiAttributes;
import software.constructs.Construct;

/** A small back end with what there is to watch. */
public final class WatchedSystem extends Stack {
    public final DataKeys keys = new DataKeys(this, "Keys", it -> {});
    public final IsolatedNetwork network = new IsolatedNetwork(
            this,
            "Network",
            it -> it.availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                    .interfaceEndpoints(List.of("bedrock-runtime"))
                    .logKey(keys.getAudit()));
    public final AuditBucket accessLogs = new AuditBucket(this, "AccessLogs", it -> {});
    public final SecureTempBucket uploads = new SecureTempBucket(
            this,
            "Uploads",
            it -> it.encryptionKey(keys.getPhi())
                    .accessLogs(accessLogs.getBucket())
                    .endpoints(
                            Objects.requireNonNull(network.getGatewayEndpoints().get("s3"))));
    public final ProfileTable table = new ProfileTable(this, "Application", it -> it.encryptionKey(keys.getPhi()));
    public final BackupVault backup = new BackupVault(
            this, "Backup", it -> it.encryptionKey(keys.getPhi()).tables(List.of(table.getTable())));
    public final RuntimeFunction upload = new RuntimeFunction(
            this,
            "Upload",
            it -> it.function("upload")
                    .bind("uploads", uploads.getBucket(), keys.getPhi())
                    .bind("application", table.getTable(), keys.getPhi())
                    .network(network.getVpc(), network.getFunctionSecurityGroup())
                    .key(keys.getApplication())
                    .reservedConcurrency(20)
                    .setting("largestUploadBytes", 10_485_760)
                    .setting("uploadsPerHour", 20)
                    .setting("uploadUrlSeconds", 300)
                    .setting("jobDays", 4)
                    .setting("allowedOrigins", "https://app.example.com")
                    .setting("metricsNamespace", "Clinic/test"));
    public final RuntimeFunction status = new RuntimeFunction(
            this,
            "Status",
            it -> it.function("status")
                    .bind("uploads", uploads.getBucket(), keys.getPhi())
                    .bind("application", table.getTable(), keys.getPhi())
                    .network(network.getVpc(), network.getFunctionSecurityGroup())
                    .key(keys.getApplication())
                    .reservedConcurrency(1)
                    .setting("allowedOrigins", "https://app.example.com"));

    public final RuntimeFunction process = new RuntimeFunction(
            this,
            "Process",
            it -> it.function("process")
                    .bind("uploads", uploads.getBucket(), keys.getPhi())
                    .bind("application", table.getTable(), keys.getPhi())
                    .bind("costs", table.getTable(), keys.getPhi())
                    .bind("model", ModelCatalog.of(this).defaultModel().in(ModelCatalog.defaultGeography()))
                    .network(network.getVpc(), network.getFunctionSecurityGroup())
                    .key(keys.getApplication())
                    .reservedConcurrency(5)
                    .setting("model", "anthropic.claude")
                    .setting("longestTextCharacters", 100_000)
                    .setting("longestAnswerTokens", 8_000)
                    .setting("tries", 3)
                    .setting("costRecordDays", 400)
                    .setting("metricsNamespace", "Clinic/test"));
    public final ObjectCreatedRule arrivals =
            new ObjectCreatedRule(this, "Arrivals", it -> it.function(process).deadLetterKey(keys.getPhi()));

    public WatchedSystem(Construct scope, String id) {
        super(scope, id, inIreland());
    }

    static StackProps inIreland() {
        return StackProps.builder()
                .env(Environment.builder()
                        .account("111122223333")
                        .region("eu-west-1")
                        .build())
                .build();
    }

    /** Watches all of it, as a stack would. */
    public ObservabilityDashboardsProps.Builder watchedBy(ObservabilityDashboardsProps.Builder dashboards) {
        var api = RestApi.fromRestApiAttributes(
                this,
                "Imported",
                RestApiAttributes.builder()
                        .restApiId("a1b2c3")
                        .rootResourceId("root")
                        .restApiName("clinic-test")
                        .build());
        return dashboards
                .system("clinic")
                .stage("test")
                .watch(upload, status, process)
                .watch(arrivals)
                .watch(api, "v1")
                .watch(table.getTable())
                .watch(uploads.getBucket(), accessLogs.getBucket())
                .watch(upload.getDeadLetterQueue())
                .watch(Objects.requireNonNull(network.getInterfaceEndpoints().get("bedrock-runtime")))
                .watchModel("eu.anthropic.claude-sonnet-5-5")
                .watchWebAcl("clinic-test");
    }
}
