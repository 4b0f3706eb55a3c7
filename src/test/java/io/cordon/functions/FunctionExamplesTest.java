package io.cordon.functions;

import io.cordon.examples.ExecutionRoleExample;
import io.cordon.examples.FunctionManifestExample;
import io.cordon.examples.ObjectCreatedRuleExample;
import io.cordon.examples.RuntimeFunctionExample;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

class FunctionExamplesTest {
    @Test
    void createsTheFunctionOfTheExample() {
        var app = FunctionFixture.app();
        var stack = new RuntimeFunctionExample(app, "Example", HandlersJar.manifest(), scope -> {
            var around = new FunctionFixture(app, "Around");
            return new RuntimeFunctionExample.Stores(around.bucket, around.table, around.key, around.vpc, around.group);
        });

        Template.fromStack(stack).resourceCountIs("AWS::Lambda::Alias", 1);
    }

    @Test
    void createsTheRuleOfTheExample() {
        var app = FunctionFixture.app();
        var stack = new ObjectCreatedRuleExample(app, "Example", scope -> {
            var around = new FunctionFixture(app, "Around");
            return new ObjectCreatedRuleExample.Work(
                    around.process(it -> it.bind("uploads", around.bucket, around.key)), around.key);
        });

        Template.fromStack(stack).resourceCountIs("AWS::Events::Rule", 1);
    }

    @Test
    void createsTheRoleOfTheExample() {
        var template = Template.fromStack(new ExecutionRoleExample(new App(), "Example"));

        template.resourceCountIs("AWS::IAM::ManagedPolicy", 1);
        template.resourceCountIs("AWS::IAM::Policy", 0);
    }

    @Test
    void createsTheEndpointsOfTheExample() {
        var calling = HandlersJar.functions(HandlersJar.UPLOAD.replace("dynamodb:GetItem", "bedrock:Converse"));
        var jar = HandlersJar.jar(calling, HandlersJar.OPERATIONS);
        var template = Template.fromStack(new FunctionManifestExample(new App(), "Example", jar));

        template.resourceCountIs("AWS::EC2::VPCEndpoint", 1);
        template.hasResourceProperties("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Interface"));
    }
}
