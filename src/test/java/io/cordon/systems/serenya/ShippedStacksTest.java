package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.policies.ExceptionPolicy;
import io.cordon.policies.LimitPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code cdk synth} makes, as shipped. */
class ShippedStacksTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final ShippedApp SHIPPED = ShippedApp.once();

    @Test
    void passTheGateWithNothingLeftOpen() {
        assertThat(SHIPPED.outcome().count(Compliance.NON_COMPLIANT)).isZero();
        assertThat(SHIPPED.outcome().ungoverned()).isZero();
        assertThat(SHIPPED.json("validation-report.json").findValues("violations"))
                .allSatisfy(violations -> assertThat(violations).isEmpty());
    }

    @Test
    void haveTheAllowedExceptionsAndNoOther() {
        var counted = SHIPPED.outcome().exceptions().stream()
                .map(row -> row.resources() + " " + concern(row.ruleId()))
                .distinct();

        assertThat(counted)
                .containsExactlyInAnyOrder(
                        "CordonAccount/ModelPrivacy/Setter/Function/Resource function outside the VPC",
                        "CordonAccount/Trail/AccessLogs/Bucket/Resource access-log encryption",
                        "CordonAccount/Trail/AccessLogs/Bucket/Resource replication",
                        "CordonAccount/Trail/Archive/Bucket/Resource replication",
                        "CordonAccount/TrailWatch/Check/Function/Resource function outside the VPC",
                        "SerenyaBackend-dev/AccessLogs/Bucket/Resource access-log encryption",
                        "SerenyaBackend-dev/AccessLogs/Bucket/Resource replication",
                        "SerenyaBackend-dev/Api/Api/DeploymentStage.live/Resource API response cache",
                        "SerenyaBackend-dev/Trail/Archive/Bucket/Resource replication",
                        "SerenyaBackend-dev/Uploads/Bucket/Resource replication",
                        "SerenyaBackend-prod/AccessLogs/Bucket/Resource access-log encryption",
                        "SerenyaBackend-prod/AccessLogs/Bucket/Resource replication",
                        "SerenyaBackend-prod/Api/Api/DeploymentStage.live/Resource API response cache",
                        "SerenyaBackend-prod/Trail/Archive/Bucket/Resource replication",
                        "SerenyaBackend-prod/Uploads/Bucket/Resource replication");
        assertThat(SHIPPED.outcome().exceptions())
                .as("the page of each gives its reason")
                .allSatisfy(row -> assertThat(Path.of(row.ticket()))
                        .content()
                        .contains(row.ruleId().replaceFirst(".*-", "")));
    }

    @Test
    void stateTheClassOfAllTheirData() {
        assertThat(SHIPPED.outcome().controls())
                .filteredOn(row -> row.ruleId().equals("Cordon::DataClassStated"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.compliance()).isEqualTo(Compliance.COMPLIANT));
        assertThat(SHIPPED.outcome().stacks().stream()
                        .flatMap(stack -> stack.resources().stream())
                        .filter(it -> it.type().equals("AWS::DynamoDB::Table")
                                || it.path().endsWith("Uploads/Bucket/Resource"))
                        .map(it -> it.tag(DataClass.TAG).orElse("none")))
                .containsOnly("phi")
                .hasSize(6);
    }

    @Test
    void stayBelowTheSizeAtWhichAStackMustBeSplit() {
        assertThat(SHIPPED.outcome().stacks())
                .extracting(StackTemplate::path)
                .containsExactlyInAnyOrder(
                        "CordonAccount",
                        "SerenyaBackend-dev",
                        "SerenyaBackend-prod",
                        "SerenyaObservability-dev",
                        "SerenyaObservability-prod",
                        "SerenyaRecovery-dev",
                        "SerenyaRecovery-prod");
        assertThat(SHIPPED.outcome().stacks())
                .allSatisfy(stack -> assertThat(stack.resources())
                        .hasSizeLessThanOrEqualTo(
                                LimitPolicy.current().stackResources().value()));
    }

    @Test
    void askNobodyForAnythingBeforeTheyAreMade() {
        assertThat(SHIPPED.json("manifest.json").has("missing")).isFalse();
    }

    @Test
    void cannotBeDeletedByMistakeWhereTheyHoldPeoplesData() {
        var artifacts = SHIPPED.json("manifest.json").path("artifacts");

        assertThat(List.of("CordonAccount", "SerenyaBackend-prod", "SerenyaRecovery-prod"))
                .allSatisfy(stack -> assertThat(artifacts
                                .path(stack)
                                .path("properties")
                                .path("terminationProtection")
                                .asBoolean())
                        .isTrue());
        assertThat(SHIPPED.resources("SerenyaBackend-prod", "AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::KMS::Key"))
                .hasSize(10)
                .allSatisfy(it -> assertThat(it.path("DeletionPolicy").asText()).isEqualTo("Retain"));
    }

    @Test
    void sayWhoAnswersForThemAndWhoPays() {
        assertThat(SHIPPED.outcome().stacks().stream()
                        .filter(stack -> stack.path().startsWith("SerenyaBackend"))
                        .flatMap(stack -> stack.resources().stream())
                        .filter(it -> Set.of("AWS::S3::Bucket", "AWS::Lambda::Function", "AWS::DynamoDB::Table")
                                        .contains(it.type())
                                && !it.raw()))
                .hasSize(26)
                .allSatisfy(it -> assertThat(Stream.of("owner", "cost-center", "stage", "system")
                                .map(it::tag)
                                .allMatch(tag -> tag.isPresent()))
                        .as(it.path())
                        .isTrue());
    }

    @Test
    void refuseASignatureOlderThanTheUrlThatCarriesIt() {
        var age = SHIPPED.resources("SerenyaBackend-prod", "AWS::S3::BucketPolicy")
                .map(JsonNode::toString)
                .filter(policy -> policy.contains("s3:signatureAge"));

        assertThat(age).singleElement().satisfies(policy -> assertThat(policy).contains("\"300000\""));
        assertThat(SerenyaSettings.prod().uploads().urlSeconds()).isEqualTo(300);
    }

    @Test
    void logWithDetailWhereNobodysDataIs() {
        assertThat(SHIPPED.resources("SerenyaBackend-dev", "AWS::Lambda::Function")
                        .map(it -> it.at("/Properties/LoggingConfig/SystemLogLevel")
                                .asText()))
                .contains("DEBUG");
        assertThat(SHIPPED.resources("SerenyaBackend-prod", "AWS::Lambda::Function")
                        .map(it -> it.at("/Properties/LoggingConfig/SystemLogLevel")
                                .asText()))
                .doesNotContain("DEBUG");
    }

    @Test
    void areTheSameInEverySynth() {
        var again = ShippedApp.again();

        for (var stack : SHIPPED.outcome().stacks()) {
            assertThat(again.text(stack.path() + ".template.json"))
                    .isEqualTo(SHIPPED.text(stack.path() + ".template.json"));
        }
        assertThat(again.text("evidence/controls.csv")).isEqualTo(SHIPPED.text("evidence/controls.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CordonAccount",
                "SerenyaBackend-dev",
                "SerenyaBackend-prod",
                "SerenyaObservability-prod",
                "SerenyaRecovery-prod"
            })
    void changeOnlyOnPurpose(String stack) throws IOException {
        var golden = Path.of("src/test/resources/golden", stack + ".template.json");
        var template = JSON.writeValueAsString(JSON.convertValue(SHIPPED.json(stack + ".template.json"), Map.class))
                        .replaceAll("[0-9a-f]{64}", "(asset)")
                        .replaceAll("CurrentVersion([0-9A-F]{8})[0-9a-f]{32}", "CurrentVersion$1(code)")
                + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.resolveSibling(""));
            Files.writeString(golden, template);
        }

        assertThat(template)
                .as("%s differs; look at the change, then mvn test -Dgolden=write", golden)
                .isEqualTo(Files.readString(golden));
    }

    private static String concern(String ruleId) {
        return ExceptionPolicy.current().allowed().stream()
                .filter(allowed -> allowed.rules().stream().anyMatch(rule -> ruleId.endsWith("-" + rule)))
                .map(ExceptionPolicy.Allowed::concern)
                .collect(Collectors.joining());
    }
}
