package io.cordon.api;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.CfnClientCertificate;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** The API, its one stage, and the log that API Gateway would otherwise make by itself, open and endless. */
final class GatewayStage {
    static final String TLS_1_3 = "SecurityPolicy_TLS13_1_3_2025_09";

    /** The name in the handshake must be the name in the request. */
    static final String STRICT = "STRICT";

    private GatewayStage() {}

    /** Nothing is compressed: the length of a compressed reply tells what a secret in it resembles (BREACH). */
    static RestApi create(Construct scope, String name, ILogGroup accessLog, ProtectedRestApiProps props) {
        var api = RestApi.Builder.create(scope, "Api")
                .restApiName(name)
                .endpointTypes(List.of(EndpointType.REGIONAL))
                .cloudWatchRole(false)
                // With a name of its own, a second door would only be one more to watch.
                .disableExecuteApiEndpoint(props.domain == null ? null : true)
                .deployOptions(stage(scope, accessLog, props))
                .build();
        var resource = (CfnRestApi) Objects.requireNonNull(api.getNode().getDefaultChild());
        resource.setSecurityPolicy(TLS_1_3);
        resource.setEndpointAccessMode(STRICT);
        // The L2 always exports where it is called; a stack says itself what it puts out.
        api.getNode().tryRemoveChild("Endpoint");
        executionLog(scope, api, props);
        return api;
    }

    private static StageOptions stage(Construct scope, ILogGroup accessLog, ProtectedRestApiProps props) {
        return StageOptions.builder()
                .stageName(props.stageName)
                .tracingEnabled(true)
                .metricsEnabled(true)
                .loggingLevel(MethodLoggingLevel.ERROR)
                // It would write bodies and tokens.
                .dataTraceEnabled(false)
                .throttlingRateLimit(props.throttlingRate)
                .throttlingBurstLimit(props.throttlingBurst)
                .clientCertificateId(CfnClientCertificate.Builder.create(scope, "ClientCertificate")
                        .build()
                        .getRef())
                .accessLogDestination(new LogGroupLogDestination(accessLog))
                .accessLogFormat(AccessLogFormat.custom(AuditLogs.FORMAT))
                .build();
    }

    private static void executionLog(Construct scope, RestApi api, ProtectedRestApiProps props) {
        var name = "API-Gateway-Execution-Logs_" + api.getRestApiId() + "/" + props.stageName;
        var group = AuditLogs.create(scope, "ExecutionLog", props.logs, name);
        api.getDeploymentStage().getNode().addDependency(group);
    }
}
