package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FunctionPermissionsTest {
    private static final Map<String, JsonNode> STATEMENTS = statementsOf(HandlersJar.UPLOAD);

    private static Map<String, JsonNode> statementsOf(String entry) {
        var app = FunctionFixture.app();
        var stack = new FunctionFixture(app, "Subject");
        var jar = HandlersJar.jar(HandlersJar.functions(entry), HandlersJar.OPERATIONS);
        new RuntimeFunction(
                stack,
                "Upload",
                stack.props().manifest(FunctionManifest.read(jar)).build());
        Map<String, JsonNode> statements = new TreeMap<>();
        FunctionFixture.template(app.synth(), "Subject")
                .at("/Resources/UploadRolePolicy84068042/Properties/PolicyDocument/Statement")
                .forEach(statement -> statements.put(statement.path("Sid").asText(), statement));
        return statements;
    }

    @Test
    void saysOfEachStatementWhyItIsThere() {
        assertThat(STATEMENTS.keySet())
                .containsExactly(
                        "CalledApplicationTable",
                        "CalledUploadsBucket",
                        "DelegatedUploadsObject",
                        "ImpliedApplicationKey",
                        "ImpliedUploadsKey",
                        "PlatformDeadLetters",
                        "PlatformDeadLettersKey",
                        "PlatformEnvironmentKey",
                        "PlatformLog",
                        "PlatformNetwork",
                        "PlatformNetworkNotFromCode",
                        "PlatformTraces");
    }

    @Test
    void namesActionsOnTheTable() {
        is("CalledApplicationTable", """
                { "Sid": "CalledApplicationTable", "Effect": "Allow",
                  "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],
                  "Resource": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":dynamodb:",
                    {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}, ":table/application"]]} }
                """);
    }

    @Test
    void confinesListsAndObjectsToTheirPrefixes() {
        is("CalledUploadsBucket", """
                { "Sid": "CalledUploadsBucket", "Effect": "Allow", "Action": "s3:ListBucket",
                  "Condition": {"StringLike": {"s3:prefix": ["incoming/*", "outgoing/*"]}},
                  "Resource": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":s3:::uploads"]]} }
                """);
        is("DelegatedUploadsObject", """
                { "Sid": "DelegatedUploadsObject", "Effect": "Allow", "Action": "s3:PutObject",
                  "Resource": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":s3:::uploads/incoming/*"]]} }
                """);
    }

    @Test
    void opensTheKeyOnlyThroughTheServiceBehindIt() {
        is("ImpliedUploadsKey", """
                { "Sid": "ImpliedUploadsKey", "Effect": "Allow", "Action": "kms:GenerateDataKey",
                  "Condition": {"StringEquals": {"kms:ViaService":
                    {"Fn::Join": ["", ["s3.", {"Ref": "AWS::Region"}, ".amazonaws.com"]]}}},
                  "Resource": {"Fn::GetAtt": ["Key961B73FD", "Arn"]} }
                """);
        STATEMENTS.values().stream()
                .filter(statement -> statement.get("Action").toString().contains("kms:"))
                .forEach(statement -> assertThat(statement.has("Condition"))
                        .as(statement.toString())
                        .isTrue());
    }

    @Test
    void takesNetworkInterfacesAwayFromTheFunctionsOwnCode() {
        is("PlatformNetworkNotFromCode", """
                { "Sid": "PlatformNetworkNotFromCode", "Effect": "Deny", "Resource": "*",
                  "Action": ["ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
                    "ec2:DetachNetworkInterface", "ec2:UnassignPrivateIpAddresses"],
                  "Condition": {"Null": {"lambda:SourceFunctionArn": "false"}} }
                """);
    }

    @Test
    void writesNoWildcardWhereAResourceCanBeNamed() {
        List<String> anywhere = new ArrayList<>();
        STATEMENTS.forEach((sid, statement) -> {
            assertThat(statement.get("Action").toString()).doesNotContain("*");
            if (statement.get("Resource").asText().equals("*")) {
                anywhere.add(sid);
            }
        });
        assertThat(anywhere).containsExactly("PlatformNetwork", "PlatformNetworkNotFromCode", "PlatformTraces");
    }

    @Test
    void keepsPrefixesAndIndexesApart() {
        var second = "{\"operation\": \"s3:PutObject\", \"on\": \"uploads\", \"prefixes\": [\"outgoing/\"]}";
        var statements = statementsOf(HandlersJar.UPLOAD
                .replace("\"delegates\": [", "\"delegates\": [" + second + ", ")
                .replace("dynamodb:GetItem", "dynamodb:Query/Index"));

        assertThat(arn(statements, "DelegatedUploadsObject")).endsWith("uploads/outgoing/*\"]]}");
        assertThat(arn(statements, "DelegatedUploadsObject2")).endsWith("uploads/incoming/*\"]]}");
        assertThat(arn(statements, "CalledApplicationIndex")).endsWith("table/application/index/*\"]]}");
        assertThat(arn(statements, "CalledApplicationTable")).endsWith("table/application\"]]}");
    }

    @Test
    void confinesCallsOfATableToTheItemsThatTheManifestNames() {
        var statements = statementsOf(HandlersJar.UPLOAD.replace(
                "\"dynamodb:TransactWriteItems/Put\",",
                "\"dynamodb:TransactWriteItems/Put\", \"leadingKeys\": [\"JOB#\"],"));

        assertThat(statements.get("CalledApplicationTable")).isEqualTo(FunctionFixture.json("""
                { "Sid": "CalledApplicationTable", "Effect": "Allow", "Action": "dynamodb:PutItem",
                  "Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["JOB#*"]},
                    "Null": {"dynamodb:LeadingKeys": "false"}},
                  "Resource": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":dynamodb:",
                    {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}, ":table/application"]]} }
                """));
        assertThat(Objects.requireNonNull(statements.get("CalledApplicationTable2"))
                        .has("Condition"))
                .isFalse();
    }

    private static String arn(Map<String, JsonNode> statements, String sid) {
        return String.valueOf(Objects.requireNonNull(statements.get(sid)).get("Resource"));
    }

    private static void is(String sid, String statement) {
        assertThat(STATEMENTS.get(sid)).isEqualTo(FunctionFixture.json(statement));
    }
}
