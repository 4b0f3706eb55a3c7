package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a synth lets pass and CloudFormation or a service refuses, looked for in the stacks as shipped. */
class DeployableStacksTest {
    private static final Synthesized SHIPPED = Synthesized.app(Serenya::addTo);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("(\\w*[a-z])?Name");
    private static final List<String> STACKS = List.of(
            "CordonAccount",
            "SerenyaRecovery-dev",
            "SerenyaBackend-dev",
            "SerenyaObservability-dev",
            "SerenyaRecovery-prod",
            "SerenyaBackend-prod",
            "SerenyaObservability-prod");

    /** Names and texts, each with the form that its service documents. */
    private static final Map<String, Map<String, String>> FORMS = Map.of(
            "AWS::Backup::BackupPlan", Map.of("/BackupPlan/BackupPlanName", "[a-zA-Z0-9_.-]{1,50}"),
            "AWS::Backup::BackupSelection", Map.of("/BackupSelection/SelectionName", "[a-zA-Z0-9_.-]{1,50}"),
            "AWS::Backup::BackupVault", Map.of("/BackupVaultName", "[a-zA-Z0-9_-]{2,50}"),
            "AWS::Backup::RestoreTestingPlan", Map.of("/RestoreTestingPlanName", "\\w{1,50}"),
            "AWS::Backup::RestoreTestingSelection", Map.of("/RestoreTestingSelectionName", "\\w{1,50}"),
            "AWS::CloudWatch::Alarm", Map.of("/AlarmDescription", "(?s).{1,1024}"),
            "AWS::CloudWatch::Dashboard", Map.of("/DashboardName", "[A-Za-z0-9_-]{1,255}"),
            "AWS::KMS::Alias", Map.of("/AliasName", "alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}"),
            "AWS::Logs::MetricFilter", Map.of("/FilterPattern", ".{1,1024}"),
            "AWS::WAFv2::WebACL", Map.of("/Name", "[0-9A-Za-z_-]{1,128}"));

    @Test
    void haveNamesAndTextsThatTheirServicesTake() {
        FORMS.forEach((type, forms) -> forms.forEach((pointer, form) -> assertThat(all(type))
                .as(type)
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(it.at("/Properties" + pointer).asText()).matches(form))));
    }

    /** IAM counts a customer-managed policy without its spaces: 6,144 characters. */
    @Test
    void havePoliciesThatIamTakes() {
        assertThat(all("AWS::IAM::ManagedPolicy"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(resolved(it.at("/Properties/PolicyDocument")))
                        .hasSizeLessThanOrEqualTo(6144));
    }

    /** Seven days for periods of an hour or more, else one. */
    @Test
    void haveAlarmsThatLookBackNoFurtherThanCloudWatchDoes() {
        assertThat(all("AWS::CloudWatch::Alarm")).allSatisfy(it -> {
            var period = it.at("/Properties/Period").asInt();
            assertThat(period * it.at("/Properties/EvaluationPeriods").asInt())
                    .isLessThanOrEqualTo(period < 3600 ? 86_400 : 604_800);
        });
    }

    /** What is retained after a failed first deployment must not have a name that the second one needs. */
    @Test
    void leaveNoFixedNameBehind() {
        assertThat(STACKS.stream()
                        .flatMap(stack -> resources(stack).values().stream())
                        .filter(it -> it.path("DeletionPolicy").asText().equals("Retain")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("Properties").fieldNames())
                        .toIterable()
                        .noneMatch(name -> NAME.matcher(name).matches()
                                && it.at("/Properties/" + name).isTextual()));
    }

    /** CloudFormation finds a circle before it makes anything; the CDK does not look for one. */
    @Test
    void haveNoResourceThatWaitsForItself() {
        for (var stack : STACKS) {
            var needs = new TreeMap<String, Set<String>>();
            resources(stack).forEach((id, resource) -> needs.put(id, named(resource)));
            var ids = Set.copyOf(needs.keySet());
            needs.values().forEach(named -> named.retainAll(ids));
            while (needs.values().removeIf(Set::isEmpty)) {
                needs.values().forEach(named -> named.retainAll(needs.keySet()));
            }
            assertThat(needs).as(stack).isEmpty();
        }
    }

    private static List<JsonNode> all(String type) {
        return STACKS.stream()
                .flatMap(stack -> SHIPPED.resources(stack, type).stream())
                .toList();
    }

    private static Map<String, JsonNode> resources(String stack) {
        var found = new TreeMap<String, JsonNode>();
        JsonNode template = JSON.valueToTree(SHIPPED.template(stack).toJSON());
        template.path("Resources").properties().forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    private static Set<String> named(JsonNode node) {
        var found = new TreeSet<String>();
        node.findValues("Ref").forEach(it -> found.add(it.asText()));
        node.findValues("Fn::GetAtt").forEach(it -> found.add(it.path(0).asText()));
        node.path("DependsOn").forEach(it -> found.add(it.asText()));
        return found;
    }

    /** As long as it will be at most: what is known at the deployment only counts as an ARN of 120 characters. */
    private static String resolved(JsonNode node) {
        if (node.has("Fn::Join")) {
            return node.at("/Fn::Join/1")
                    .valueStream()
                    .map(part -> resolved(part))
                    .collect(Collectors.joining());
        }
        if (node.isObject() && node.size() == 1 && node.fieldNames().next().matches("Ref|Fn::.*")) {
            return node.path("Ref").asText().startsWith("AWS::") ? "123456789012" : "x".repeat(120);
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(it -> "\"" + it.getKey() + "\":" + resolved(it.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray()
                ? node.valueStream().map(part -> resolved(part)).collect(Collectors.joining(",", "[", "]"))
                : "\"" + node.asText() + "\"";
    }
}
