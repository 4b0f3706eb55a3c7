package io.cordon.keys;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cordon.examples.DataKeysExample;
import io.cordon.testing.CheckedApp;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Key;

final class DataKeysTest {
    private static final CheckedApp DEFAULTS = with(it -> it.aliasPrefix("clinic"));
    private static final Template TEMPLATE = DEFAULTS.template();
    private static final String LOGS = "logs.eu-west-1.amazonaws.com";

    private static CheckedApp with(Consumer<DataKeysProps.Builder> props) {
        var checked = new CheckedApp();
        new DataKeys(checked.stack, "Keys", props);
        return checked;
    }

    @Test
    void givesEachClassOfDataItsOwnRotatingKey() {
        TEMPLATE.resourceCountIs("AWS::KMS::Key", 3);
        for (var dataClass : new String[] {"phi", "audit", "application"}) {
            TEMPLATE.hasResource("AWS::KMS::Key", json("""
                    { "Properties": {
                        "EnableKeyRotation": true, "RotationPeriodInDays": 365, "PendingWindowInDays": 30,
                        "Tags": [{"Key": "cordon:data-class", "Value": "%s"}] },
                      "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain" }
                    """.formatted(dataClass)));
            TEMPLATE.hasResourceProperties("AWS::KMS::Alias", Map.of("AliasName", "alias/clinic-" + dataClass));
        }
    }

    @Test
    void leavesTheAccountInCharge() {
        assertThat(keyPolicy(DEFAULTS, "phi")).contains("\"kms:*\"", ":iam::111122223333:root");
    }

    @Test
    void letsOnlyLogGroupsOfThisAccountUseTheAuditAndApplicationKeys() {
        for (var dataClass : new String[] {"audit", "application"}) {
            assertThat(keyPolicy(DEFAULTS, dataClass))
                    .contains(LOGS, "LogGroupsOfThisAccount", "ArnLike", "kms:EncryptionContext:aws:logs:arn")
                    .contains(":logs:eu-west-1:111122223333:log-group:*");
        }
        assertThat(keyPolicy(DEFAULTS, "phi")).doesNotContain(LOGS);
    }

    @Test
    void sharesOneKeyOnRequest() {
        var shared = with(it -> it.shared(true).aliasPrefix("clinic"));

        assertThat(shared.only("AWS::KMS::Alias").at("/Properties/AliasName").asText())
                .isEqualTo("alias/clinic-data");
        assertThat(keyPolicy(shared, "phi")).contains(LOGS);
    }

    @Test
    void deletesKeysAsToldAndNamesThemOnlyOnRequest() {
        var checked = with(it -> it.removalPolicy(RemovalPolicy.DESTROY).pendingWindow(Duration.days(7)));

        checked.template().allResources("AWS::KMS::Key", Map.of("DeletionPolicy", "Delete"));
        checked.template().allResourcesProperties("AWS::KMS::Key", Map.of("PendingWindowInDays", 7));
        checked.template().resourceCountIs("AWS::KMS::Alias", 0);
    }

    @Test
    void takesKeysOfYourOwn() {
        var checked = new CheckedApp();
        var arn = "arn:aws:kms:eu-west-1:111122223333:key/";
        var phi = Key.fromKeyArn(checked.stack, "P", arn + "1");
        var audit = Key.fromKeyArn(checked.stack, "A", arn + "2");
        var application = Key.fromKeyArn(checked.stack, "O", arn + "3");

        var keys = new DataKeys(
                checked.stack, "Keys", it -> it.phiKey(phi).auditKey(audit).applicationKey(application));

        assertThat(keys.getPhi().getKeyArn()).endsWith("1");
        assertThat(keys.getAudit().getKeyArn()).endsWith("2");
        assertThat(keys.getApplication().getKeyArn()).endsWith("3");
        checked.template().resourceCountIs("AWS::KMS::Key", 0);
    }

    @Test
    void namesEveryProblemAtOnce() {
        var key = Key.fromKeyArn(new CheckedApp().stack, "P", "arn:aws:kms:eu-west-1:111122223333:key/1");

        assertThatThrownBy(() -> DataKeysProps.builder()
                        .shared(true)
                        .phiKey(key)
                        .aliasPrefix("aws/clinic")
                        .pendingWindow(Duration.hours(170))
                        .removalPolicy(RemovalPolicy.SNAPSHOT)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("shared: ", "aliasPrefix: aws/clinic", "pendingWindow: ", "removalPolicy: ");
    }

    @Test
    void refusesAnAliasThatNoKeyWouldCarry() {
        var key = Key.fromKeyArn(new CheckedApp().stack, "P", "arn:aws:kms:eu-west-1:111122223333:key/1");

        assertThatThrownBy(() -> DataKeysProps.builder()
                        .phiKey(key)
                        .auditKey(key)
                        .applicationKey(key)
                        .aliasPrefix("clinic")
                        .build())
                .hasMessage("DataKeys: aliasPrefix: clinic; a key of your own keeps its alias; leave it out");
        assertThat(DataKeysProps.builder()
                        .phiKey(key)
                        .aliasPrefix("clinic")
                        .build()
                        .alias("audit"))
                .isEqualTo("clinic-audit");
    }

    @Test
    void raisesNoFinding() {
        assertThat(DEFAULTS.violations()).isEmpty();
        assertThat(DEFAULTS.acknowledged()).isEmpty();
    }

    @Test
    void worksAsTheExampleSays() {
        var example = new DataKeysExample(new CheckedApp().app, "Example");

        Template.fromStack(example).resourceCountIs("AWS::KMS::Key", 3);
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(DataKeysProps.Builder.class.getMethods())
                        .filter(it -> KeyTerms.Builder.class.isAssignableFrom(it.getReturnType()))
                        .map(it -> it.getName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "shared",
                        "phiKey",
                        "auditKey",
                        "applicationKey",
                        "aliasPrefix",
                        "pendingWindow",
                        "removalPolicy");
    }

    private static String keyPolicy(CheckedApp checked, String dataClass) {
        return checked.template().findResources("AWS::KMS::Key").values().stream()
                .map(it -> new ObjectMapper().<JsonNode>valueToTree(it).path("Properties"))
                .filter(it -> it.at("/Tags/0/Value").asText().equals(dataClass))
                .map(it -> it.path("KeyPolicy").toString())
                .collect(Collectors.joining());
    }
}
