package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.ai.ModelCatalog;
import io.cordon.functions.FunctionEntry.Call;
import io.cordon.functions.FunctionManifest;
import io.cordon.functions.Operation;
import io.cordon.testing.Statements.Request;
import io.cordon.testing.Synthesized;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A call needs the yes of role, boundary, endpoint and bucket alike; one that is left out fails in production only. */
class JudgedCallsTest {
    private static final Judged PROD = new Judged(Synthesized.app(Serenya::addTo), "SerenyaBackend-prod");
    private static final FunctionManifest MANIFEST = FunctionManifest.current();
    private static final String BUCKET = PROD.arn("AWS::S3::Bucket", "UploadsBucket");
    private static final String COSTS = PROD.arn("AWS::DynamoDB::Table", "CostsTable");
    private static final String KEY = PROD.arn("AWS::KMS::Key", "KeysPhi");
    private static final String MODEL = ModelCatalog.current().defaultModel().id();
    private static final String PROFILE =
            "arn:aws:bedrock:" + Judged.REGION + ":" + Judged.ACCOUNT + ":inference-profile/eu." + MODEL;
    private static final String BEHIND = "arn:aws:bedrock:eu-north-1::foundation-model/" + MODEL;

    static Stream<String> functions() {
        return Stream.of("upload", "status", "process", "result", "cleanup");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void letEachFunctionDoAllThatItsManifestSays(String name) {
        var entry = MANIFEST.function(name);

        assertThat(Stream.concat(entry.calls().stream(), entry.delegates().stream())
                        .flatMap(JudgedCallsTest::requests))
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(PROD.refusal(id(name), it)).as(it.toString()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:PutObject | /incoming/job | its role",
                "s3:GetObject | /incoming/job | its role",
                "s3:DeleteObject | /incoming/job | its role",
                "s3:PutObject | /elsewhere | its role",
                "s3:PutObjectTagging | /outgoing/job | its role",
            })
    void letProcessTouchNoOtherObjectThanItWorksOn(String action, String key, String refuser) {
        assertThat(process(action, BUCKET + key, Map.of())).isEqualTo(refuser);
    }

    @Test
    void letNobodyWriteAResultFromOutsideTheNetwork() {
        var elsewhere = Map.of("aws:sourceVpce", "vpce-other");

        assertThat(process("s3:PutObject", BUCKET + "/outgoing/job/result.json", elsewhere))
                .isEqualTo("the bucket");
        assertThat(process("s3:GetObjectVersion", BUCKET + "/incoming/job", elsewhere))
                .isEqualTo("the bucket");
    }

    @Test
    void letProcessCallItsModelThroughItsProfileAndNoOtherWay() {
        var through = Map.of("bedrock:InferenceProfileArn", PROFILE, "aws:RequestedRegion", "eu-north-1");

        assertThat(process("bedrock:InvokeModel", BEHIND, through)).isEmpty();
        assertThat(process("bedrock:InvokeModel", BEHIND, Map.of())).isEqualTo("its role");
        assertThat(process("bedrock:InvokeModelWithResponseStream", PROFILE, Map.of()))
                .isEqualTo("its role");
        assertThat(process("bedrock:InvokeModel", PROFILE.replace("sonnet", "opus"), Map.of()))
                .isEqualTo("its role");
        assertThat(process("bedrock:InvokeModel", PROFILE, Map.of("aws:PrincipalAccount", "999999999999")))
                .isEqualTo("the endpoint of bedrock");
    }

    @Test
    void letProcessReadPricesAndWriteCallsAndNotTheOtherWayRound() {
        assertThat(process("dynamodb:GetItem", COSTS, Map.of("dynamodb:LeadingKeys", "USER#a")))
                .isEqualTo("its role");
        assertThat(process("dynamodb:PutItem", COSTS, Map.of("dynamodb:LeadingKeys", "PRICE#a")))
                .isEqualTo("its role");
        assertThat(process("dynamodb:PutItem", COSTS, Map.of())).isEqualTo("its role");
    }

    @Test
    void openTheKeyOfPhiThroughItsServicesOnly() {
        var direct = Map.of("kms:ViaService", "");

        assertThat(process("kms:Decrypt", KEY, direct)).isEqualTo("its role");
    }

    private static String process(String action, String resource, Map<String, String> context) {
        return PROD.refusal("Process", new Request(action, resource, context));
    }

    /** One request for each action, each prefix and each kind of item; and what the service asks of the key behind. */
    private static Stream<Request> requests(Call call) {
        var operation = MANIFEST.operation(call);
        var asked = operation.actions().stream().flatMap(action -> switch (operation.target()) {
            case OBJECT -> call.prefixes().stream().map(it -> new Request(action, BUCKET + "/" + it + "j", Map.of()));
            case BUCKET ->
                call.prefixes().stream().map(it -> new Request(action, BUCKET, Map.of("s3:prefix", it + "j")));
            case MODEL ->
                Stream.of(
                        new Request(action, PROFILE, Map.of()),
                        new Request(action, BEHIND, Map.of("bedrock:InferenceProfileArn", PROFILE)));
            default ->
                call.leadingKeys().stream()
                        .map(it -> new Request(action, table(call), Map.of("dynamodb:LeadingKeys", it + "x")));
        });
        return Stream.concat(asked, ofKey(operation));
    }

    private static Stream<Request> ofKey(Operation operation) {
        var via = Map.of("kms:ViaService", operation.service() + "." + Judged.REGION + ".amazonaws.com");
        return operation.keyActions().stream().map(action -> new Request(action, KEY, via));
    }

    private static String table(Call call) {
        return PROD.arn("AWS::DynamoDB::Table", call.on().equals("costs") ? "CostsTable" : "ApplicationTable");
    }

    private static String id(String function) {
        return function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1);
    }
}
