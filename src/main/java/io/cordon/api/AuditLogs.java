package io.cordon.api;

import io.cordon.compliance.DataClass;
import io.cordon.keys.LogGroupAccess;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups of the front door: made before the service that writes to them, so that none is open or endless. */
final class AuditLogs {
    /**
     * What is known of each request. Left out on purpose: the real path and the query (they carry ids), address, user
     * agent and claims (they name a person).
     */
    static final String FORMAT = """
            {"requestTime":"$context.requestTime","requestId":"$context.requestId",\
            "extendedRequestId":"$context.extendedRequestId","traceId":"$context.xrayTraceId",\
            "apiId":"$context.apiId","stage":"$context.stage","httpMethod":"$context.httpMethod",\
            "resourcePath":"$context.resourcePath","protocol":"$context.protocol",\
            "tlsVersion":"$context.tlsVersion","cipherSuite":"$context.cipherSuite","status":"$context.status",\
            "responseLength":"$context.responseLength","responseLatency":"$context.responseLatency",\
            "integrationStatus":"$context.integration.status","integrationLatency":"$context.integration.latency",\
            "authorizerStatus":"$context.authorizer.status","authorizerLatency":"$context.authorizer.latency",\
            "wafResponse":"$context.wafResponseCode","errorType":"$context.error.responseType"}""";

    private AuditLogs() {}

    static LogGroup create(Construct scope, String id, ProtectedRestApiProps props, @Nullable String name) {
        LogGroupAccess.allow(props.key, Stack.of(scope));
        var group = LogGroup.Builder.create(scope, id)
                .logGroupName(name)
                .encryptionKey(props.key)
                .removalPolicy(props.removalPolicy)
                .build();
        // The L2 takes an enum of names; the policy file has days.
        resource(group).setRetentionInDays(props.logRetention.toDays());
        DataClass.of(group).audit();
        return group;
    }

    static CfnLogGroup resource(LogGroup group) {
        return (CfnLogGroup) Objects.requireNonNull(group.getNode().getDefaultChild());
    }
}
