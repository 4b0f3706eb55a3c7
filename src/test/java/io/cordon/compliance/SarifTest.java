package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.testing.Marked;
import io.cordon.testing.SarifSchema;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awscdk.services.s3.Bucket;

/** What code scanning reads of a foreign app with findings, one of them excused. */
@TestInstance(Lifecycle.PER_CLASS)
class SarifTest {
    private static final String EXCUSED = "HIPAA.Security::HIPAA.Security-S3BucketReplicationEnabled";
    private static final String STANDING = "HIPAA.Security::HIPAA.Security-S3BucketLoggingEnabled";

    private GatedApp app;
    private JsonNode run;

    @BeforeAll
    void synthesize() throws IOException {
        app = GatedApp.of(stack -> {
            for (var id : new String[] {"One", "[x](https://evil) <script>\u0001 \u00e4"}) {
                var bucket = new Bucket(stack, id); // bucket
                Acknowledge.on(bucket)
                        .ownedBy("Head of platform")
                        .until(LocalDate.parse("2027-06-30"))
                        .compensatedBy("The documents are deleted within four days.")
                        .hipaa("S3BucketReplicationEnabled", "A copy elsewhere would outlive what expires here.");
            }
        });
        run = JsonMapper.builder()
                .build()
                .readTree(app.evidence("results.sarif"))
                .at("/runs/0");
    }

    @Test
    void followsTheSchemaOfTheStandard() {
        assertThat(SarifSchema.problems(app.evidence("results.sarif"))).isEmpty();
        assertThat(SarifSchema.problems(app.evidence("results.sarif").replace("\"ruleId\"", "\"rule-id\"")))
                .as("the schema refuses what is wrong")
                .isNotEmpty();
    }

    @Test
    void saysWhichVersionOfAPackJudged() {
        assertThat(run.at("/tool/extensions"))
                .filteredOn(pack -> pack.path("name").asText().matches("HIPAA.*|NIST.*"))
                .hasSize(2)
                .allSatisfy(pack -> assertThat(pack.path("version").asText()).isEqualTo("3.0.2"));
    }

    @Test
    void hasOneResultForEachFindingExcusedOrNot() {
        assertThat(run.path("results"))
                .hasSize(app.outcome().facts().observations().size());
    }

    @Test
    void showsEachFindingAtTheLineThatMadeItsConstruct() {
        var result = result(STANDING, "S/One/Resource");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/test/java/io/cordon/compliance/SarifTest.java");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uriBaseId")
                        .asText())
                .isEqualTo("%SRCROOT%");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(Marked.in(SarifTest.class).line("bucket").line());
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.path("message").path("text").asText())
                .startsWith("S/One/Resource: ")
                .contains("serverAccessLogsBucket");
    }

    @Test
    void saysWhyAFindingIsExcusedByWhomAndUntilWhen() {
        assertThat(result(EXCUSED, "S/One/Resource").path("suppressions"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("kind").asText()).isEqualTo("external");
                    assertThat(it.path("status").asText()).isEqualTo("accepted");
                    assertThat(it.path("justification").asText())
                            .isEqualTo(
                                    "A copy elsewhere would outlive what expires here. In its stead: The documents are"
                                            + " deleted within four days. Owner: Head of platform. Until: 2027-06-30.");
                });
        assertThat(result(STANDING, "S/One/Resource").has("suppressions")).isFalse();
    }

    @Test
    void tellsFindingsApartThatOneLineMade() {
        assertThat(run.path("results").findValuesAsText("primaryLocationLineHash"))
                .hasSize(run.path("results").size())
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void describesEachRuleOnceWithItsMendAndNoMoreTagsThanCodeScanningTakes() {
        var rules = run.at("/tool/driver/rules");

        assertThat(rules.findValuesAsText("id"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.at("/help/text").asText()).isNotEmpty();
            assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
            assertThat(rule.at("/properties/tags")).hasSizeLessThanOrEqualTo(20);
            assertThat(rule.at("/properties/citations").size())
                    .isGreaterThanOrEqualTo(rule.at("/properties/tags").size());
        });
        assertThat(run.path("results"))
                .allSatisfy(result -> assertThat(
                                rules.path(result.path("ruleIndex").asInt()).path("id"))
                        .isEqualTo(result.path("ruleId")));
    }

    @Test
    void namesThePacksAndHowMuchWasNotEvaluated() {
        assertThat(run.at("/tool/extensions").findValuesAsText("name"))
                .containsExactly("Cordon", "HIPAA.Security", "NIST.800.53.R5");
        assertThat(run.at("/properties/rowsNotEvaluated").asLong())
                .isEqualTo(app.outcome().count(Compliance.NOT_EVALUATED))
                .isPositive();
        assertThat(run.at("/properties/passes").asBoolean()).isFalse();
    }

    @Test
    void letsNoConstructsNameBecomeALink() {
        assertThat(run.path("results").findValues("message"))
                .extracting(JsonNode::toString)
                .noneMatch(message -> message.contains("]("))
                .anyMatch(message -> message.contains("[x] (https:----evil)"));
    }

    private JsonNode result(String ruleId, String path) {
        for (var result : run.path("results")) {
            if (result.path("ruleId").asText().equals(ruleId)
                    && result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                            .asText()
                            .equals(path)) {
                return result;
            }
        }
        throw new AssertionError(ruleId + " on " + path);
    }
}
