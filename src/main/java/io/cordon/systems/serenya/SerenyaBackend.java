package io.cordon.systems.serenya;

import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import io.cordon.functions.FunctionManifest;
import io.cordon.functions.RuntimeFunction;
import io.cordon.functions.RuntimeFunctionProps;
import io.cordon.keys.DataKeys;
import io.cordon.network.IsolatedNetwork;
import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** One stage of Serenya's back end: a document goes in over a presigned upload, and its job can be asked for. */
public final class SerenyaBackend extends Stack {
    private final SerenyaSettings settings;

    /** Creates the stage that {@code settings} describe. */
    public SerenyaBackend(Construct scope, String id, SerenyaSettings settings) {
        super(scope, id, stackProps(settings));
        this.settings = settings;

        var keys = keys();
        var network = network(keys);
        var uploads = uploads(keys, network);
        var table = table(keys);
        backup(keys, table);

        var wiring = new Wiring(keys, network, uploads, table);
        upload(wiring);
        status(wiring);

        tag();
    }

    /** What every function of this stage is wired to. */
    private record Wiring(DataKeys keys, IsolatedNetwork network, SecureTempBucket uploads, ProfileTable table) {}

    private DataKeys keys() {
        return new DataKeys(
                this,
                "Keys",
                it -> it.aliasPrefix("serenya-" + settings.stage())
                        .shared(settings.protection().sharedKey()));
    }

    private IsolatedNetwork network(DataKeys keys) {
        return new IsolatedNetwork(
                this,
                "Network",
                it -> it.cidr(settings.network().cidr())
                        .availabilityZones(settings.placement().zones())
                        .interfaceEndpoints(
                                List.copyOf(FunctionManifest.current().services()))
                        .logKey(keys.getAudit())
                        .logRetention(Duration.days(settings.retention().auditDays())));
    }

    private SecureTempBucket uploads(DataKeys keys, IsolatedNetwork network) {
        var accessLogs = new AuditBucket(
                this,
                "AccessLogs",
                it -> it.retention(Duration.days(settings.retention().auditDays())));
        return new SecureTempBucket(
                this,
                "Uploads",
                it -> it.encryptionKey(keys.getPhi())
                        .accessLogs(accessLogs.getBucket())
                        .expiry(Duration.days(settings.uploads().expiryDays()))
                        .longestSignatureAge(Duration.seconds(settings.uploads().urlSeconds()))
                        .endpoints(Objects.requireNonNull(
                                network.getGatewayEndpoints().get("s3")))
                        .allowedOrigins(settings.uploads().origins().toArray(String[]::new))
                        .localhostOrigins(settings.uploads().localOrigins())
                        .destroyable(settings.protection().destroyable()));
    }

    private ProfileTable table(DataKeys keys) {
        return new ProfileTable(
                this,
                "Application",
                it -> it.encryptionKey(keys.getPhi())
                        .destroyable(settings.protection().destroyable()));
    }

    private void backup(DataKeys keys, ProfileTable table) {
        new BackupVault(
                this,
                "Backup",
                it -> it.encryptionKey(keys.getPhi())
                        .deleteAfter(Duration.days(settings.retention().backupDays()))
                        .tables(List.of(table.getTable())));
    }

    private void upload(Wiring wiring) {
        var uploads = settings.uploads();
        new RuntimeFunction(
                this,
                "Upload",
                it -> wired(it.function("upload"), wiring)
                        .reservedConcurrency(settings.concurrency().upload())
                        .setting("largestUploadBytes", uploads.largestBytes())
                        .setting("uploadsPerHour", uploads.perHour())
                        .setting("uploadUrlSeconds", uploads.urlSeconds())
                        .setting("jobDays", jobDays(wiring.uploads()))
                        .setting("metricsNamespace", "Serenya/" + settings.stage()));
    }

    private void status(Wiring wiring) {
        new RuntimeFunction(
                this,
                "Status",
                it -> wired(it.function("status"), wiring)
                        .reservedConcurrency(settings.concurrency().status()));
    }

    private RuntimeFunctionProps.Builder wired(RuntimeFunctionProps.Builder function, Wiring wiring) {
        return function.bind(
                        "uploads", wiring.uploads().getBucket(), wiring.keys().getPhi())
                .bind("application", wiring.table().getTable(), wiring.keys().getPhi())
                .network(wiring.network().getVpc(), wiring.network().getFunctionSecurityGroup())
                .key(wiring.keys().getApplication())
                .logRetention(settings.retention().logDays())
                .detailedLogging(settings.operations().detailedLogging());
    }

    /** A job is known as long as its document can exist. */
    private static long jobDays(SecureTempBucket uploads) {
        return uploads.longestPhiLifetime().plusDays(1).minusNanos(1).toDays();
    }

    private void tag() {
        Tags.of(this).add("system", "serenya");
        Tags.of(this).add("stage", settings.stage());
        Tags.of(this).add("owner", settings.ownership().owner());
        Tags.of(this).add("cost-center", settings.ownership().costCenter());
    }

    private static StackProps stackProps(SerenyaSettings settings) {
        return StackProps.builder()
                .description("Serenya, stage " + settings.stage() + ": uploads and jobs of a health agent")
                .env(new Serenya.Place(
                                settings.placement().account(),
                                settings.placement().region())
                        .environment())
                .terminationProtection(settings.protection().termination())
                .build();
    }
}
