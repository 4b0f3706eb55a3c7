package io.cordon.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.ai.ModelCatalog;
import io.cordon.compliance.HipaaGuardrails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.ec2.CfnFlowLog;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** A stack with what a function needs around it. */
final class FunctionFixture extends Stack {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final IKey key = Key.Builder.create(this, "Key").enableKeyRotation(true).build();
    final IBucket bucket = Bucket.fromBucketName(this, "Uploads", "uploads");
    final ITable table = Table.fromTableName(this, "Application", "application");
    final IVpc vpc = vpc();
    final ISecurityGroup group = SecurityGroup.Builder.create(this, "Functions")
            .vpc(vpc)
            .allowAllOutbound(false)
            .build();

    FunctionFixture(Construct scope, String id) {
        super(scope, id);
    }

    static App app() {
        var app = new App(AppProps.builder()
                .context(Map.of("@aws-cdk/core:failSynthOnValidationErrors", false))
                .build());
        HipaaGuardrails.apply(app);
        return app;
    }

    RuntimeFunctionProps.Builder props() {
        return RuntimeFunctionProps.builder()
                .function("upload")
                .manifest(HandlersJar.manifest())
                .bind("uploads", bucket, key)
                .bind("application", table, key)
                .setting("largestUploadBytes", 10_485_760)
                .network(vpc, group)
                .key(key)
                .reservedConcurrency(5);
    }

    RuntimeFunctionProps.Builder outsideProps() {
        return RuntimeFunctionProps.builder()
                .function("identity-keys")
                .manifest(HandlersJar.manifest())
                .key(key)
                .reservedConcurrency(1);
    }

    /** A function that an object starts and that calls a model; both are still to be bound. */
    RuntimeFunctionProps.Builder reading() {
        return RuntimeFunctionProps.builder()
                .function("process")
                .manifest(HandlersJar.reading())
                .network(vpc, group)
                .key(key)
                .reservedConcurrency(5);
    }

    /** The same, made, with the default model. */
    RuntimeFunction process(Consumer<RuntimeFunctionProps.Builder> rest) {
        var props =
                reading().bind("model", ModelCatalog.current().defaultModel().in("eu"));
        rest.accept(props);
        return new RuntimeFunction(this, "Process", props.build());
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Map<String, Object> map(String text) {
        return JSON.convertValue(json(text), new TypeReference<>() {});
    }

    static JsonNode template(CloudAssembly assembly, String stack) {
        return file(assembly, stack + ".template.json");
    }

    static JsonNode file(CloudAssembly assembly, String name) {
        try {
            return JSON.readTree(Path.of(assembly.getDirectory(), name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IVpc vpc() {
        var isolated = Vpc.Builder.create(this, "Vpc")
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        CfnFlowLog.Builder.create(this, "FlowLog")
                .resourceId(isolated.getVpcId())
                .resourceType("VPC")
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination("arn:aws:s3:::flow-logs")
                .build();
        return isolated;
    }
}
