package io.cordon.keys;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.examples.LookupKeyExample;
import io.cordon.testing.CheckedApp;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.kms.Key;

final class LookupKeyTest {
    private static CheckedApp with(Consumer<LookupKeyProps.Builder> props) {
        var checked = new CheckedApp();
        new LookupKey(checked.stack, "Lookup", props);
        return checked;
    }

    @Test
    void isAnHmacKeyThatLeavesTheAccountInChargeAndRaisesNoFinding() {
        var key = with(it -> {}).only("AWS::KMS::Key");

        assertThat(key.at("/Properties/KeySpec").asText()).isEqualTo("HMAC_256");
        assertThat(key.at("/Properties/KeyUsage").asText()).isEqualTo("GENERATE_VERIFY_MAC");
        assertThat(key.at("/Properties/PendingWindowInDays").asInt()).isEqualTo(30);
        assertThat(key.at("/Properties/Tags/0/Value").asText()).isEqualTo("phi");
        assertThat(key.at("/DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(key.at("/Properties/KeyPolicy/Statement")).hasSize(1);
        assertThat(key.at("/Properties/KeyPolicy").toString()).contains(":iam::111122223333:root");
        assertThat(with(it -> {}).violations()).isEmpty();
        assertThat(with(it -> {}).acknowledged()).isEmpty();
    }

    /** KMS refuses to rotate an HMAC key: the property itself fails the deployment. */
    @Test
    void neverAsksForRotation() {
        assertThat(with(it -> {}).only("AWS::KMS::Key").path("Properties").has("EnableKeyRotation"))
                .isFalse();
    }

    @Test
    void saysItsVersionInItsAliasAndForStoredValues() {
        var checked = new CheckedApp();
        new LookupKey(checked.stack, "One", it -> it.aliasPrefix("clinic"));
        var two = new LookupKey(
                checked.stack, "Two", it -> it.aliasPrefix("clinic").version(2));

        assertThat(two.getVersion()).isEqualTo("v2");
        checked.template()
                .hasResourceProperties("AWS::KMS::Alias", json("{\"AliasName\": \"alias/clinic-lookup-v1\"}"));
        checked.template()
                .hasResourceProperties("AWS::KMS::Alias", json("{\"AliasName\": \"alias/clinic-lookup-v2\"}"));
        assertThat(checked.violations()).isEmpty();
    }

    @Test
    void isDeletedAsTold() {
        var key = with(it -> it.removalPolicy(RemovalPolicy.DESTROY).pendingWindow(Duration.days(7)))
                .only("AWS::KMS::Key");

        assertThat(key.path("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(key.at("/Properties/PendingWindowInDays").asInt()).isEqualTo(7);
    }

    @Test
    void takesAKeyOfYourOwn() {
        var checked = new CheckedApp();
        var theirs = Key.fromKeyArn(checked.stack, "Theirs", "arn:aws:kms:eu-west-1:111122223333:key/1");

        var lookup = new LookupKey(checked.stack, "Lookup", it -> it.key(theirs).version(3));

        assertThat(lookup.getKey()).isSameAs(theirs);
        assertThat(lookup.getVersion()).isEqualTo("v3");
        checked.template().resourceCountIs("AWS::KMS::Key", 0);
    }

    @Test
    void grantsOneOperationWithOneAlgorithmOnThisKey() {
        var checked = new CheckedApp();
        var lookup = new LookupKey(checked.stack, "Lookup", it -> {});
        lookup.grantGenerateMac(new ManagedPolicy(checked.stack, "Writer"));
        lookup.grantVerifyMac(new ManagedPolicy(checked.stack, "Checker"));

        for (var action : new String[] {"kms:GenerateMac", "kms:VerifyMac"}) {
            checked.template().hasResourceProperties("AWS::IAM::ManagedPolicy", json("""
                    { "PolicyDocument": { "Statement": [ { "Action": "%s", "Effect": "Allow",
                        "Resource": {"Fn::GetAtt": ["LookupKey2A30C25F", "Arn"]},
                        "Condition": {"StringEquals": {"kms:MacAlgorithm": "HMAC_SHA_256"}} } ] } }
                    """.formatted(action)
                    .replace("LookupKey2A30C25F", keyId(checked))));
        }
        assertThat(checked.only("AWS::KMS::Key").at("/Properties/KeyPolicy/Statement"))
                .hasSize(1);
        assertThat(checked.violations()).isEmpty();
    }

    private static String keyId(CheckedApp checked) {
        return checked.template()
                .findResources("AWS::KMS::Key")
                .keySet()
                .iterator()
                .next();
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> LookupKeyProps.builder()
                        .version(0)
                        .aliasPrefix("alias/with spaces")
                        .pendingWindow(Duration.days(31))
                        .removalPolicy(RemovalPolicy.SNAPSHOT)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("LookupKey: ")
                .hasMessageContainingAll(
                        "version: 0; 1 to 999",
                        "aliasPrefix: alias/with spaces",
                        "pendingWindow: 31 days",
                        "removalPolicy: ");
    }

    @Test
    void refusesAnAliasForAKeyOfYourOwn() {
        var theirs = Key.fromKeyArn(new CheckedApp().stack, "P", "arn:aws:kms:eu-west-1:111122223333:key/1");

        assertThatThrownBy(() -> LookupKeyProps.builder()
                        .key(theirs)
                        .aliasPrefix("clinic")
                        .build())
                .hasMessageContaining("a key of your own keeps its alias");
    }

    @Test
    void worksAsTheExampleSays() {
        Template.fromStack(new LookupKeyExample(new CheckedApp().app, "Example"))
                .resourceCountIs("AWS::KMS::Key", 2);
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(LookupKeyProps.Builder.class.getMethods())
                        .filter(it -> KeyTerms.Builder.class.isAssignableFrom(it.getReturnType()))
                        .map(it -> it.getName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("key", "version", "aliasPrefix", "pendingWindow", "removalPolicy");
    }
}
