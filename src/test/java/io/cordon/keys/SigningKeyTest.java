package io.cordon.keys;

import static io.cordon.testing.CheckedApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.functions.ExecutionRole;
import io.cordon.testing.CheckedApp;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;

final class SigningKeyTest {
    private static final CheckedApp DEFAULTS = with(it -> it.aliasPrefix("clinic"));
    private static final String ARN = "arn:aws:kms:eu-west-1:444455556666:key/1";

    private static CheckedApp with(Consumer<SigningKeyProps.Builder> props) {
        var checked = new CheckedApp();
        new SigningKey(checked.stack, "Tokens", props);
        return checked;
    }

    @Test
    void signsWithEs256AndDoesNotRotate() {
        DEFAULTS.template().hasResource("AWS::KMS::Key", json("""
                { "Properties": {
                    "KeySpec": "ECC_NIST_P256", "KeyUsage": "SIGN_VERIFY", "PendingWindowInDays": 30,
                    "Tags": [{"Key": "cordon:data-class", "Value": "application"}] },
                  "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain" }
                """));
        assertThat(DEFAULTS.only("AWS::KMS::Key").path("Properties").has("EnableKeyRotation"))
                .isFalse();
    }

    @Test
    void leavesTheAccountInCharge() {
        assertThat(DEFAULTS.only("AWS::KMS::Key").at("/Properties/KeyPolicy").toString())
                .contains("\"kms:*\"", ":iam::111122223333:root");
    }

    @Test
    void carriesItsVersionInItsAlias() {
        DEFAULTS.template().hasResourceProperties("AWS::KMS::Alias", Map.of("AliasName", "alias/clinic-signing-v1"));
        with(it -> it.aliasPrefix("clinic").version(12))
                .template()
                .hasResourceProperties("AWS::KMS::Alias", Map.of("AliasName", "alias/clinic-signing-v12"));
        with(it -> it.version(2)).template().resourceCountIs("AWS::KMS::Alias", 0);
        with(it -> it.aliasPrefix(Aws.STACK_NAME)).template().resourceCountIs("AWS::KMS::Alias", 1);
    }

    @Test
    void standsBesideItsNextVersion() {
        var checked = with(it -> it.aliasPrefix("clinic"));
        new SigningKey(checked.stack, "TokensV2", it -> it.aliasPrefix("clinic").version(2));

        checked.template().resourceCountIs("AWS::KMS::Key", 2);
        assertThat(checked.violations()).isEmpty();
    }

    @Test
    void isDeletedAsTold() {
        var checked = with(it -> it.removalPolicy(RemovalPolicy.DESTROY).pendingWindow(Duration.days(7)));

        checked.template().allResources("AWS::KMS::Key", Map.of("DeletionPolicy", "Delete"));
        checked.template().allResourcesProperties("AWS::KMS::Key", Map.of("PendingWindowInDays", 7));
    }

    @Test
    void letsOneSignWithItsAlgorithmOnlyAndAnotherReadThePublicHalf() {
        var checked = new CheckedApp();
        var tokens = new SigningKey(checked.stack, "Tokens", it -> {});
        tokens.grantSign(new ExecutionRole(checked.stack, "SignIn", it -> {}));
        tokens.grantReadPublicKey(new ExecutionRole(checked.stack, "Verifier", it -> {}));

        allows(checked, """
                { "Effect": "Allow", "Action": "kms:Sign",
                  "Condition": {"StringEquals": {"kms:SigningAlgorithm": "ECDSA_SHA_256"}},
                  "Resource": {"Fn::GetAtt": ["TokensKey71DAB889", "Arn"]} }
                """);
        allows(checked, """
                { "Effect": "Allow", "Action": "kms:GetPublicKey",
                  "Resource": {"Fn::GetAtt": ["TokensKey71DAB889", "Arn"]} }
                """);
        assertThat(checked.violations()).isEmpty();
    }

    @Test
    void takesAKeyOfYourOwn() {
        var checked = new CheckedApp();
        var own = Key.fromKeyArn(checked.stack, "Own", ARN);
        var tokens = new SigningKey(checked.stack, "Tokens", it -> it.key(own));
        tokens.grantSign(new ExecutionRole(checked.stack, "SignIn", it -> {}));

        assertThat(tokens.getKey()).isSameAs(own);
        checked.template().resourceCountIs("AWS::KMS::Key", 0);
        assertThat(checked.only("AWS::IAM::ManagedPolicy").toString()).contains(ARN);
    }

    @Test
    void namesEveryProblemAtOnce() {
        var own = Key.fromKeyArn(new CheckedApp().stack, "Own", ARN);

        assertThatThrownBy(() -> SigningKeyProps.builder()
                        .key(own)
                        .aliasPrefix("alias/aws tokens")
                        .version(0)
                        .pendingWindow(Duration.days(31))
                        .removalPolicy(RemovalPolicy.SNAPSHOT)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        SigningKey: aliasPrefix: alias/aws tokens; 1 to 200 letters, digits and / _ -, not starting with aws/; leave out alias/
                        pendingWindow: 31 days; KMS waits 7 to 30 whole days; prefer the longest
                        removalPolicy: SNAPSHOT; a key has no snapshot; use RETAIN or DESTROY
                        aliasPrefix: alias/aws tokens; a key of your own keeps its alias; leave it out
                        version: 0; 1 to 999; count up from 1""");
    }

    @Test
    void raisesNoFinding() {
        assertThat(DEFAULTS.violations()).isEmpty();
        assertThat(DEFAULTS.acknowledged()).isEmpty();
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(SigningKeyProps.Builder.class.getMethods())
                        .filter(it -> KeyTerms.Builder.class.isAssignableFrom(it.getReturnType()))
                        .map(it -> it.getName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("key", "aliasPrefix", "version", "pendingWindow", "removalPolicy");
    }

    private static void allows(CheckedApp checked, String statement) {
        checked.template().hasResourceProperties("AWS::IAM::ManagedPolicy", json("""
                { "PolicyDocument": {"Statement": [ %s ]} }
                """.formatted(statement)));
    }
}
