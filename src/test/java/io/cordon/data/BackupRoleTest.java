package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

class BackupRoleTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        backup(new Stack(app, "Data"), RestoreTests.MONTHLY);
        backup(new Stack(app, "Plain"), RestoreTests.NONE);
    });

    private static void backup(Stack stack, RestoreTests often) {
        var profiles = new ProfileTable(stack, "Profiles", it -> {});
        new BackupVault(stack, "Backups", it -> it.restoreTests(often).tables(List.of(profiles.getTable())));
    }

    @Test
    void worksThroughRolesOfThisAccountWithOnePolicyOfOursEach() {
        assertThat(ALL.resources("Data", "AWS::IAM::Policy")).isEmpty();
        assertThat(ALL.resources("Data", "AWS::IAM::Role")).hasSize(2).allSatisfy(role -> {
            assertThat(role.at("/Properties/AssumeRolePolicyDocument/Statement/0")
                            .toString())
                    .contains(
                            "backup.amazonaws.com",
                            // AWS documents no source account for this call: without IfExists no backup might ever run.
                            "\"StringEqualsIfExists\":{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}}");
            assertThat(role.at("/Properties/ManagedPolicyArns"))
                    .singleElement()
                    .satisfies(policy -> assertThat(policy.has("Ref")).isTrue());
        });
    }

    @Test
    void backsUpWithoutReadingAnItemAndNamesWhatItUses() {
        var statements = ALL.resources("Plain", "AWS::IAM::ManagedPolicy").stream()
                .flatMap(it -> it.at("/Properties/PolicyDocument/Statement").valueStream())
                .toList();
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("Resource")).isNotEqualTo(TextNode.valueOf("*")));
        assertThat(statements.toString())
                .contains("backup:DescribeBackupVault", "kms:GenerateDataKey")
                .doesNotContain("dynamodb:GetItem", "dynamodb:Scan", "Restore", "Copy");
    }

    /** Without it the first backup of a tagged table can fail: backups inherit tags. */
    @Test
    void tagsBackupsOfThisRegionAndAccount() {
        assertThat(ALL.resources("Plain", "AWS::IAM::ManagedPolicy").toString())
                .contains("\"backup:TagResource\"", ":recovery-point:*");
    }

    @Test
    void namesAllKeysInOneStatement() {
        var policy = ALL.resources("Plain", "AWS::IAM::ManagedPolicy").get(0).toString();

        assertThat(policy.length()).isLessThan(6144);
        assertThat(policy.split("kms:CreateGrant", -1)).hasSize(2);
    }
}
