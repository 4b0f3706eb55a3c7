package io.cordon.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.cost.CostTrackingTable;
import io.cordon.data.LeadingKeys;
import io.cordon.data.ProfileTable;
import io.cordon.functions.ExecutionRole;
import io.cordon.keys.LookupKey;
import io.cordon.keys.SigningKey;
import io.cordon.policies.IamDocument;
import io.cordon.storage.SecureTempBucket;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.s3.Bucket;

/** What our constructs grant to a function must not be lost at its boundary. */
class BoundedGrantsTest {
    private static final JsonNode BOUNDARY = new ObjectMapper().valueToTree(IamDocument.aiBoundary());
    private static final Synthesized ALL = Synthesized.app(Links.CONTEXT, app -> {
        var stack = Links.here(app, "Granted", "eu-west-1");
        var role = new ExecutionRole(stack, "Role", it -> {});
        grantTables(stack, role);
        grantKeys(stack, role);
        Links.in(stack, it -> {}).grantInvoke(role, Links.SONNET);
        var logs = Bucket.fromBucketName(stack, "Logs", "logs");
        var temp = new SecureTempBucket(stack, "Temp", it -> it.accessLogs(logs));
        temp.getGrants().upload(role, "incoming/");
        temp.getGrants().process(role, "incoming/");
        temp.getGrants().result(role, "outgoing/");
        temp.getGrants().erase(role, "incoming/");
    });

    private static void grantTables(Stack stack, IGrantable role) {
        var profiles = new ProfileTable(stack, "Profiles", it -> {});
        profiles.getGrants().byLeadingKeys(role, "USER#", LeadingKeys.actions().toArray(String[]::new));
        profiles.getGrants().queryIndex(role, ProfileTable.EMAIL_INDEX);
        profiles.getGrants().readStream(role);
        var costs = new CostTrackingTable(stack, "Costs", it -> {});
        costs.grantRecord(role);
        costs.grantQueryMonth(role);
        costs.grantReadPrices(role);
        costs.grantSeedPrices(role);
    }

    private static void grantKeys(Stack stack, IGrantable role) {
        var signing = new SigningKey(stack, "Signing", it -> {});
        signing.grantSign(role);
        signing.grantReadPublicKey(role);
        var lookup = new LookupKey(stack, "Lookup", it -> {});
        lookup.grantGenerateMac(role);
        lookup.grantVerifyMac(role);
    }

    @Test
    void keepsEveryActionThatIsGranted() {
        var granted = ALL.resources("Granted", "AWS::IAM::ManagedPolicy").get(0);

        assertThat(actions(granted))
                .contains("bedrock:InvokeModel", "dynamodb:GetRecords", "kms:Sign", "kms:VerifyMac", "s3:DeleteObject")
                .isSubsetOf(actions(BOUNDARY));
    }

    private static List<String> actions(JsonNode policy) {
        return policy.findParents("Action").stream()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .map(statement -> statement.path("Action"))
                .flatMap(action -> action.isTextual() ? Stream.of(action) : action.valueStream())
                .map(JsonNode::asText)
                .toList();
    }
}
