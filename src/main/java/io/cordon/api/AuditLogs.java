package io.cordon.api;

import io.cordon.compliance.DataClass;
import io.cordon.keys.LogGroupAccess;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups of the front door: made before the service that writes to them, so that none is open or endless. */
final class AuditLogs {
    /**
     * What is known of each request. Left out on purpose: what the caller says. The real path and the query carry ids;
     * address, user agent and claims name a person; request id and trace id can be set by a header. So can perhaps the
     * path's template: nobody says what {@code $context.resourcePath} holds where no resource matches.
     */
    static final String FORMAT = """
            {"requestTime":"$context.requestTime","requestId":"$context.extendedRequestId",\
            "functionRequestId":"$context.integration.requestId",\
            "authorizerRequestId":"$context.authorizer.requestId",\
            "apiId":"$context.apiId","stage":"$context.stage","httpMethod":"$context.httpMethod",\
            "resourceId":"$context.resourceId","protocol":"$context.protocol",\
            "tlsVersion":"$context.tlsVersion","cipherSuite":"$context.cipherSuite","status":"$context.status",\
            "responseLength":"$context.responseLength","responseLatency":"$context.responseLatency",\
            "integrationStatus":"$context.integration.status","integrationLatency":"$context.integration.latency",\
            "authorizerStatus":"$context.authorizer.status","authorizerLatency":"$context.authorizer.latency",\
            "wafResponse":"$context.wafResponseCode","errorType":"$context.error.responseType"}""";

    private AuditLogs() {}

    /** Under which key, how long, and what becomes of them when they leave the stack. */
    record Keeping(IKey key, Duration retention, RemovalPolicy removalPolicy) {}

    static LogGroup create(Construct scope, String id, Keeping keeping, @Nullable String name) {
        LogGroupAccess.allow(keeping.key(), Stack.of(scope));
        var group = LogGroup.Builder.create(scope, id)
                .logGroupName(name)
                .encryptionKey(keeping.key())
                .removalPolicy(keeping.removalPolicy())
                .build();
        // The L2 takes an enum of names; the policy file has days.
        resource(group).setRetentionInDays(keeping.retention().toDays());
        DataClass.of(group).audit();
        return group;
    }

    static CfnLogGroup resource(LogGroup group) {
        return (CfnLogGroup) Objects.requireNonNull(group.getNode().getDefaultChild());
    }
}
