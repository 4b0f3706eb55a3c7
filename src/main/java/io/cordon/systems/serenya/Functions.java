package io.cordon.systems.serenya;

import io.cordon.ai.AiBoundary;
import io.cordon.ai.BedrockPrivateLink;
import io.cordon.cost.CostTrackingTable;
import io.cordon.functions.RuntimeFunction;
import io.cordon.functions.RuntimeFunctionProps;
import io.cordon.keys.DataKeys;
import io.cordon.keys.SigningKey;
import io.cordon.network.IsolatedNetwork;
import io.cordon.policies.LimitPolicy;
import io.cordon.storage.SecureTempBucket;
import java.util.List;
import java.util.Locale;
import software.constructs.Construct;

/** The functions that answer requests, and the one that works on documents: each wired to what the manifest names. */
final class Functions {
    static final List<String> NAMES = List.of("upload", "status", "process", "result", "cleanup", "authorizer");

    private final Construct scope;
    private final SerenyaSettings settings;
    private final DataKeys keys;
    private final IsolatedNetwork network;
    private final Stores stores;
    private final BedrockPrivateLink models;
    final AiBoundary boundary;
    final RuntimeFunction upload;
    final RuntimeFunction status;
    final RuntimeFunction process;
    final RuntimeFunction result;
    final RuntimeFunction cleanup;
    final RuntimeFunction authorizer;

    Functions(
            Construct scope,
            SerenyaSettings settings,
            DataKeys keys,
            IsolatedNetwork network,
            Stores stores,
            BedrockPrivateLink models) {
        this.scope = scope;
        this.settings = settings;
        this.keys = keys;
        this.network = network;
        this.stores = stores;
        this.models = models;
        this.boundary = new AiBoundary(
                scope, "Boundary", it -> it.geography(Stage.of(settings).geography()));

        this.upload = upload();
        this.status = ofOwner("status", settings.concurrency().status());
        this.process = process();
        this.result = ofOwner("result", settings.concurrency().result());
        this.cleanup = ofOwner("cleanup", settings.concurrency().cleanup());
        this.authorizer = authorizer();
    }

    List<RuntimeFunction> all() {
        return List.of(upload, status, process, result, cleanup, authorizer);
    }

    private RuntimeFunction upload() {
        var uploads = settings.uploads();
        return new RuntimeFunction(
                scope,
                "Upload",
                it -> ofJobs(it.function("upload"))
                        .reservedConcurrency(settings.concurrency().upload())
                        .setting("largestUploadBytes", uploads.largestBytes())
                        .setting("uploadsPerHour", uploads.perHour())
                        .setting("uploadUrlSeconds", uploads.urlSeconds())
                        .setting("jobDays", jobDays(stores.uploads))
                        .setting("metricsNamespace", namespace()));
    }

    private RuntimeFunction process() {
        var reading = settings.models();
        return new RuntimeFunction(
                scope,
                "Process",
                it -> ofStores(it.function("process"))
                        .bind("costs", stores.costs.getTable(), keys.getPhi())
                        .bind("model", models.getModel(reading.readingModel()))
                        .reservedConcurrency(settings.concurrency().process())
                        .setting("model", reading.readingModel())
                        .setting("longestTextCharacters", reading.longestTextCharacters())
                        .setting("longestAnswerTokens", reading.longestAnswerTokens())
                        .setting("tries", LimitPolicy.current().asyncTries())
                        .setting(
                                "costRecordDays",
                                CostTrackingTable.recordLifetime().toDays())
                        .setting("metricsNamespace", namespace()));
    }

    /** What the owner of a job asks, and nothing else sets apart. */
    private RuntimeFunction ofOwner(String name, int executions) {
        return new RuntimeFunction(
                scope,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                it -> ofJobs(it.function(name)).reservedConcurrency(executions));
    }

    private RuntimeFunction authorizer() {
        var signing =
                new SigningKey(scope, "TokensV1", it -> it.aliasPrefix("serenya-" + settings.stage() + "-tokens"));
        return new RuntimeFunction(
                scope,
                "Authorizer",
                it -> placed(it.function("authorizer"))
                        .bind("signingKeys", signing.getKey())
                        .reservedConcurrency(settings.concurrency().authorizer())
                        .setting("tokenIssuer", settings.tokens().issuer())
                        .setting("tokenAudience", settings.tokens().audience())
                        .setting("longestTokenSeconds", settings.tokens().longestSeconds())
                        .setting("metricsNamespace", namespace()));
    }

    private RuntimeFunctionProps.Builder ofJobs(RuntimeFunctionProps.Builder function) {
        return ofStores(function)
                .setting("allowedOrigins", String.join(",", settings.uploads().origins()));
    }

    private RuntimeFunctionProps.Builder ofStores(RuntimeFunctionProps.Builder function) {
        return placed(function)
                .deadLetterKey(keys.getPhi())
                .bind("uploads", stores.uploads.getBucket(), keys.getPhi())
                .bind("application", stores.people.getTable(), keys.getPhi());
    }

    private RuntimeFunctionProps.Builder placed(RuntimeFunctionProps.Builder function) {
        return function.network(network.getVpc(), network.getFunctionSecurityGroup())
                .key(keys.getApplication())
                .permissionsBoundary(boundary.getPolicy())
                .logRetention(settings.retention().logDays())
                .detailedLogging(settings.operations().detailedLogging());
    }

    private String namespace() {
        return "Serenya/" + settings.stage();
    }

    /** A job is known as long as its document can exist. */
    private static long jobDays(SecureTempBucket uploads) {
        return uploads.longestPhiLifetime().plusDays(1).minusNanos(1).toDays();
    }
}
