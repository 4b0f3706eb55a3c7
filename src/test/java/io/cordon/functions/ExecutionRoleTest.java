package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.Queue;

class ExecutionRoleTest {
    private static final JsonNode RESOURCES = template().get("Resources");

    /** Grants of a user, an event source on the alias, and a key that names the role in its own policy. */
    private static JsonNode template() {
        var app = FunctionFixture.app();
        var stack = new FunctionFixture(app, "Granting");
        var upload = new RuntimeFunction(stack, "Upload", stack.props().build());
        stack.bucket.grantRead(upload.getFunction());
        stack.table.grantReadData(upload.getAlias());
        upload.getAlias().addEventSource(new SqsEventSource(new Queue(stack, "Jobs")));
        stack.key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(upload.getRole()))
                .actions(List.of("kms:DescribeKey"))
                .resources(List.of("*"))
                .build());
        return FunctionFixture.template(app.synth(), "Granting");
    }

    @Test
    void putsEveryGrantIntoOneManagedPolicy() {
        assertThat(ofType("AWS::IAM::Policy")).isEmpty();
        assertThat(ofType("AWS::IAM::ManagedPolicy").values())
                .singleElement()
                .satisfies(policy -> assertThat(policy.toString())
                        .contains("s3:GetObject*", "dynamodb:GetRecords", "sqs:ReceiveMessage", "PlatformNetwork"));
        assertThat(RESOURCES.at("/UploadRole990E162D/Properties")).isEqualTo(FunctionFixture.json("""
                        { "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [ {
                            "Action": "sts:AssumeRole", "Effect": "Allow",
                            "Principal": {"Service": "lambda.amazonaws.com"} } ] } }
                        """));
    }

    @Test
    void isCompleteBeforeAnythingRunsWithIt() {
        var policy = ofType("AWS::IAM::ManagedPolicy").keySet();
        for (var type : List.of("Function", "Version", "Alias", "EventInvokeConfig", "EventSourceMapping")) {
            assertThat(ofType("AWS::Lambda::" + type).keySet())
                    .filteredOn(id -> id.startsWith("Upload"))
                    .as(type)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(neededBy(id)).containsAll(policy));
        }
    }

    @Test
    void closesNoCircle() {
        RESOURCES.fieldNames().forEachRemaining(id -> assertThat(neededBy(id)).doesNotContain(id));
    }

    @Test
    void refusesAnInlinePolicy() {
        var stack = new Stack(new App(), "Inline");
        var role = new ExecutionRole(stack, "Role", it -> {});
        var inline = new Policy(stack, "Inline");

        assertThatThrownBy(() -> role.attachInlinePolicy(inline))
                .hasMessageContaining("policy: Inline/Inline is inline; HIPAA.Security-IAMNoInlinePolicy forbids it");
    }

    @Test
    void staysBelowTheBoundary() {
        var stack = new Stack(new App(), "Bounded");
        var boundary = ManagedPolicy.fromManagedPolicyName(stack, "Boundary", "boundary");
        var role = new ExecutionRole(stack, "Role", it -> it.permissionsBoundary(boundary));
        role.addToPrincipalPolicy(reading(1));

        assertThat(Template.fromStack(stack).findResources("AWS::IAM::Role").toString())
                .contains("PermissionsBoundary", ":policy/boundary");
    }

    @Test
    void refusesAPolicyThatIamWouldRefuse() {
        var app = FunctionFixture.app();
        var role = new ExecutionRole(new Stack(app, "Long"), "Role", it -> {});
        IntStream.range(0, 120).forEach(i -> role.addToPrincipalPolicy(reading(i)));
        assertThatThrownBy(app::synth)
                .hasMessageMatching(
                        "(?s).*policy of Long/Role: about \\d,\\d{3} characters; IAM accepts 6,144; split.*");
    }

    @Test
    void countsAReferenceAsWhatItMayBecome() {
        var resolved = Map.of("Fn::Join", List.of("", List.of("arn:", Map.of("Ref", "AWS::Partition"), ":s3:::b")));

        assertThat(PolicySize.deployed(resolved)).isEqualTo("arn:aws:s3:::b");
        assertThat(PolicySize.deployed(Map.of("Fn::GetAtt", List.of("Key", "Arn"))))
                .isEqualTo("x".repeat(100));
        var bool = Map.of("Bool", Map.of("key", "true"));
        assertThat(PolicySize.deployed(bool)).isEqualTo(bool);
    }

    private static PolicyStatement reading(int bucket) {
        return PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject"))
                .resources(List.of("arn:aws:s3:::bucket-with-a-long-name-" + bucket + "/incoming/*"))
                .build();
    }

    private static Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        RESOURCES.properties().forEach(resource -> {
            if (resource.getValue().get("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        });
        return found;
    }

    /** All that CloudFormation creates before {@code id}. */
    private static Set<String> neededBy(String id) {
        Set<String> needed = new HashSet<>();
        collect(RESOURCES.get(id), needed);
        return needed;
    }

    private static void collect(JsonNode node, Set<String> needed) {
        node.findValues("DependsOn").forEach(list -> list.forEach(id -> follow(id.asText(), needed)));
        node.findValues("Ref").forEach(id -> follow(id.asText(), needed));
        node.findValues("Fn::GetAtt").forEach(target -> follow(target.path(0).asText(), needed));
    }

    private static void follow(String id, Set<String> needed) {
        if (RESOURCES.has(id) && needed.add(id)) {
            collect(RESOURCES.get(id), needed);
        }
    }
}
