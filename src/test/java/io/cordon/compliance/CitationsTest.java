package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.policies.SecurityRule;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** The provisions of apps that hold nothing of ours. */
class CitationsTest {
    @Test
    void everyCitationOfEveryRuleIsAProvision() {
        var cited = Stream.concat(
                        NagRules.current().of(NagRules.HIPAA).stream().flatMap(rule -> rule.citations().stream()),
                        OwnRules.all().stream().flatMap(rule -> rule.citations().stream()))
                .distinct()
                .toList();

        assertThat(cited)
                .hasSizeGreaterThan(20)
                .allSatisfy(citation -> assertThat(SecurityRule.current().find(citation))
                        .as(citation)
                        .isPresent());
    }

    @Test
    void nothingIsCheckedInAStackThatIsEmpty() {
        var json = json(stack -> {});

        assertThat(json.path("passes").asBoolean()).isTrue();
        assertThat(json.at("/summary/checked").asInt()).isZero();
        assertThat(json.at("/summary/nothing-to-look-at").asInt()).isEqualTo(24);
        assertThat(json.path("unknownCitations")).isEmpty();
    }

    @Test
    void aFailingAppSaysWhichProvisionsItsFindingsAreAbout() {
        var json = json(stack -> new Bucket(stack, "<b>"));

        assertThat(json.path("passes").asBoolean()).isFalse();
        assertThat(provision(json, "164.312(b)").path("standing").asText()).isEqualTo("findings-open");
        assertThat(provision(json, "164.312(b)").at("/rows/nonCompliant").asInt())
                .isPositive();
        assertThat(json.path("otherFrameworks").has(NagRules.NIST)).isTrue();
    }

    private static JsonNode provision(JsonNode json, String citation) {
        for (var section : json.path("sections")) {
            for (var provision : section.path("provisions")) {
                if (provision.path("citation").asText().equals(citation)) {
                    return provision;
                }
            }
        }
        throw new AssertionError(citation);
    }

    private static JsonNode json(Consumer<Stack> content) {
        var app = GatedApp.of(content);
        assertThat(app.evidence("citations.html")).contains("of 65</strong>");
        try {
            return JsonMapper.builder().build().readTree(app.evidence("citations.json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
