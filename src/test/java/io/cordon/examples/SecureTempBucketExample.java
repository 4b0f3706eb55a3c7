package io.cordon.examples;

import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

/** Documents come in, are worked on, and are forgotten. */
public final class SecureTempBucketExample extends Stack {
    /** Creates the stack. */
    public SecureTempBucketExample(Construct scope, String id) {
        super(scope, id);
        var processor = new ManagedPolicy(this, "Processor");
        // example:start
        var accessLogs = new AuditBucket(this, "AccessLogs", it -> {});
        var documents = new SecureTempBucket(
                this,
                "Documents",
                it -> it.accessLogs(accessLogs.getBucket()).allowedOrigins("https://app.example.com"));

        documents.getGrants().process(processor, "incoming/");
        documents.getGrants().result(processor, "results/");
        // example:end
    }
}
