package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code data-flow.json} says of an app that anybody could have written. */
class DataFlowTest {
    private static final GatedApp APP = GatedApp.of(stack -> SmallClinic.in(WrittenTemplate.in(stack)));
    private static final JsonNode FLOW = json(APP);

    @ParameterizedTest
    @CsvSource({
        "S/Records, stores PHI",
        "S/Scans, stores PHI",
        "S/Inbox, stores PHI",
        "S/Reader, carries PHI",
        "S/Sweeper, may touch PHI",
        "S/Api, may carry PHI",
        "S/Door, may carry PHI",
        "model:some.model-1, is given PHI"
    })
    void saysWhatEachHasToDoWithPhi(String id, String phi) {
        assertThat(node(id).path("phi").asText()).isEqualTo(phi);
    }

    @ParameterizedTest
    @CsvSource({
        "outside:Internet, S/Api, calls",
        "S/Api, S/Reader, starts",
        "outside:Internet, S/Sweeper, calls",
        "outside:Schedule, S/Nightly, starts",
        "S/Nightly, S/Sweeper, starts",
        "S/Scans, S/Arrived, tells",
        "S/Arrived, S/Inbox, starts",
        "S/Inbox, S/Reader, starts",
        "S/Scans, S/Reader, starts",
        "outside:Deployment, S/Sweeper, starts",
        "S/Inbox, S/Dead, fails to",
        "S/Reader, S/Dead, fails to",
        "S/Arrived, S/Dead, fails to",
        "S/Records, S/Key, encrypted by",
        "S/Reader, S/Records, may touch",
        "S/Reader, S/Scans, may touch",
        "S/Reader, model:some.model-1, may ask",
        "S/Sweeper, S/Scans, may touch",
        "S/Sweeper, S/Records, may touch",
        "outside:arn:aws:iam::444455556666:root, S/Scans, may touch"
    })
    void followsEachKindOfWay(String from, String to, String kind) {
        assertThat(edges(from, to))
                .filteredOn(it -> it.path("kind").asText().equals(kind))
                .hasSize(1);
    }

    @Test
    void namesTheRouteAndItsGuard() {
        assertThat(edges("S/Api", "S/Reader"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("label").asText()).isEqualTo("GET /records (IAM)"))
                .satisfies(it ->
                        assertThat(it.path("why").findValuesAsText("logicalId")).containsExactly("Get", "May"));
    }

    @Test
    void saysWhatPoliciesAllowOnWhichPartUnderWhichCondition() {
        var grant = edges("S/Reader", "S/Records").get(0).path("grants").path(0);
        assertThat(grant.path("actions"))
                .hasToString("{\"read\":[\"dynamodb:GetItem\"],\"write\":[\"dynamodb:PutItem\"]}");
        assertThat(grant.at("/conditions/0").asText()).isEqualTo("dynamodb:LeadingKeys ForAllValues:StringLike P#*");
        assertThat(edges("S/Reader", "S/Scans").get(0).at("/grants/0/part").asText())
                .isEqualTo("/in/*");
        assertThat(edges("S/Sweeper", "S/Scans").get(0).path("may")).hasToString("[\"delete\",\"read\",\"write\"]");
        assertThat(edges("S/Sweeper", "S/Records").get(0).path("may")).hasToString("[\"delete\"]");
    }

    @Test
    void saysThroughWhichEndpointOrThatThereIsNone() {
        assertThat(edges("S/Reader", "S/Records").get(0).path("through").asText())
                .isEqualTo("S/Door");
        assertThat(edges("S/Reader", "S/Scans").get(0).path("through").asText()).contains("no endpoint of its VPC");
        assertThat(edges("S/Sweeper", "S/Scans").get(0).path("through").asText())
                .contains("runs in no VPC");
    }

    @Test
    void givesTheElementThatShowsEachEdge() {
        assertThat(FLOW.path("edges"))
                .allSatisfy(edge -> assertThat(edge.path("why"))
                        .isNotEmpty()
                        .allSatisfy(why -> assertThat(
                                        APP.outcome().facts().app().resources())
                                .anyMatch(it -> it.stack()
                                                .equals(why.path("stack").asText())
                                        && it.logicalId()
                                                .equals(why.path("logicalId").asText()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AmazonSQSFullAccess", "names ..., which only the deployment knows"})
    void listsWhatItCannotFollow(String cause) {
        assertThat(FLOW.path("unresolved").findValuesAsText("cause")).anyMatch(it -> it.contains(cause));
    }

    @Test
    void saysTheKeyAndTheRetentionOfEachStore() {
        assertThat(node("S/Records").path("key").asText()).isEqualTo("S/Key");
        assertThat(node("S/Dead").path("retention").asText()).isEqualTo("4 days");
        assertThat(node("S/Records").path("recorded").asText()).isEqualTo("not recorded by a trail");
    }

    @Test
    void isTheSameForTheSameApp() {
        var again = GatedApp.of(stack -> SmallClinic.in(WrittenTemplate.in(stack)));

        assertThat(List.of("inventory.csv", "data-flow.json", "data-flow.svg"))
                .allSatisfy(file -> assertThat(again.evidence(file)).isEqualTo(APP.evidence(file)));
    }

    private static JsonNode node(String id) {
        return stream("nodes")
                .filter(it -> it.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> edges(String from, String to) {
        return stream("edges")
                .filter(it -> it.path("from").asText().equals(from)
                        && it.path("to").asText().equals(to))
                .toList();
    }

    private static Stream<JsonNode> stream(String list) {
        return FLOW.path(list).valueStream();
    }

    private static JsonNode json(GatedApp app) {
        try {
            return JsonMapper.builder().build().readTree(app.evidence("data-flow.json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
