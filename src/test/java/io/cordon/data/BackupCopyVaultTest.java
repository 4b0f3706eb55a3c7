package io.cordon.data;

import static io.cordon.testing.Synthesized.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;

class BackupCopyVaultTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        new BackupCopyVault(in(app, "There", "eu-central-1"), "Copies", it -> it.vaultName("clinic-copies"));
        var given = in(app, "Given", "eu-central-1");
        var theirs = Key.fromKeyArn(given, "Theirs", "arn:aws:kms:eu-central-1:111122223333:key/1");
        new BackupCopyVault(
                given,
                "Copies",
                it -> it.vaultName("other-copies")
                        .encryptionKey(theirs)
                        .keepAtLeast(Duration.days(7))
                        .lock(VaultLock.compliance(Duration.days(3))));
        copying(in(app, "Here", "eu-west-1"), "eu-central-1");
        copying(new Stack(app, "Anywhere"), "eu-central-1");
    });

    private static Stack in(App app, String id, String region) {
        var env = Environment.builder().account("111122223333").region(region).build();
        return new Stack(app, id, StackProps.builder().env(env).build());
    }

    private static void copying(Stack stack, String region) {
        var table = new ProfileTable(stack, "Profiles", it -> {});
        new BackupVault(
                stack,
                "Backups",
                it -> it.tables(List.of(table.getTable()))
                        .copyTo(BackupCopy.to(region).vault("clinic-copies").deleteAfter(Duration.days(60))));
    }

    @Test
    void isAVaultUnderAKeyOfItsRegionThatBearsItsName() {
        ALL.template("There").hasResourceProperties("AWS::Backup::BackupVault", json("""
                { "BackupVaultName": "clinic-copies", "BackupVaultTags": {"cordon:data-class": "phi"},
                  "LockConfiguration": {"MinRetentionDays": 35} }
                """));
        ALL.template("There")
                .hasResourceProperties("AWS::KMS::Alias", json("{ \"AliasName\": \"alias/clinic-copies\" }"));
        ALL.template("There").hasResourceProperties("AWS::KMS::Key", json("{ \"EnableKeyRotation\": true }"));
    }

    @Test
    void takesCopiesOfThisAccountAndLetsNobodyDeleteOne() {
        var statements =
                ALL.resources("There", "AWS::Backup::BackupVault").get(0).at("/Properties/AccessPolicy/Statement");

        assertThat(statements)
                .extracting(it -> it.path("Sid").asText())
                .containsExactly(
                        "KeepUntilExpiry", "NoCopiesElsewhere", "ChangeByDeploymentOnly", "CopiesOfThisAccount");
        assertThat(statements.get(3).path("Action").asText()).isEqualTo("backup:CopyIntoBackupVault");
        assertThat(statements.get(3).path("Principal").toString()).contains(":iam::111122223333:root");
    }

    @Test
    void letsNobodyCopyOutOfTheAccountOrTheGeography() {
        var elsewhere =
                ALL.resources("There", "AWS::Backup::BackupVault").get(0).at("/Properties/AccessPolicy/Statement/1");

        assertThat(elsewhere.path("Effect").asText()).isEqualTo("Deny");
        assertThat(elsewhere.path("Action").asText()).isEqualTo("backup:CopyFromBackupVault");
        assertThat(elsewhere.at("/Condition/ForAnyValue:ArnNotLike/backup:CopyTargets"))
                .hasSize(6)
                .allSatisfy(it -> assertThat(it.toString()).contains(":111122223333:backup-vault:*"))
                .anySatisfy(it -> assertThat(it.toString()).contains(":backup:eu-west-1:"))
                .noneSatisfy(it -> assertThat(it.toString()).contains("us-east-1"));
    }

    @Test
    void staysWithItsCopiesButNotAfterAFailedFirstDeployment() {
        ALL.template("There")
                .hasResource(
                        "AWS::Backup::BackupVault",
                        json("{ \"DeletionPolicy\": \"RetainExceptOnCreate\", \"UpdateReplacePolicy\": \"Retain\" }"));
    }

    @Test
    void takesAKeyALockAndALeast() {
        assertThat(ALL.resources("Given", "AWS::KMS::Key")).isEmpty();
        assertThat(ALL.resources("Given", "AWS::KMS::Alias")).hasSize(1);
        ALL.template("Given").hasResourceProperties("AWS::Backup::BackupVault", json("""
                { "LockConfiguration": {"MinRetentionDays": 7, "ChangeableForDays": 3} }
                """));
    }

    @Test
    void isNamedAndNotReferencedByThePlanThatCopies() {
        ALL.template("Here").hasResourceProperties("AWS::Backup::BackupPlan", json("""
                { "BackupPlan": { "BackupPlanRule": [ { "CopyActions": [ {
                    "DestinationBackupVaultArn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:clinic-copies",
                    "Lifecycle": {"DeleteAfterDays": 60} } ] } ] } }
                """));
        assertThat(ALL.resources("Anywhere", "AWS::Backup::BackupPlan").toString())
                .contains("\":backup:eu-central-1:\",{\"Ref\":\"AWS::AccountId\"},\":backup-vault:clinic-copies\"");
    }

    @Test
    void isReachedByTheRightsThatACopyNeedsAndNoMore() {
        assertThat(actions("backup:CopyFromBackupVault"))
                .singleElement()
                .asString()
                .contains("recovery-point:*", "ForAllValues:ArnEquals", "backup:CopyTargets", "clinic-copies")
                .contains("\"Null\":{\"backup:CopyTargets\":\"false\"}");
        assertThat(actions("backup:CopyIntoBackupVault"))
                .singleElement()
                .asString()
                .contains("backup-vault:clinic-copies")
                .doesNotContain("*");
        assertThat(actions("kms:GenerateDataKey"))
                .filteredOn(it -> it.toString().contains(":kms:eu-central-1:"))
                .singleElement()
                .asString()
                .contains("\"kms:ResourceAliases\":\"alias/clinic-copies\"", "backup.eu-central-1.amazonaws.com");
    }

    private static List<JsonNode> actions(String action) {
        return ALL.resources("Here", "AWS::IAM::ManagedPolicy").stream()
                .filter(it -> it.toString().contains("StartAwsBackupJob"))
                .flatMap(it -> it.at("/Properties/PolicyDocument/Statement").valueStream())
                .filter(it -> it.path("Action").toString().contains("\"" + action + "\""))
                .toList();
    }

    @Test
    void leavesNoGeography() {
        for (var wrong : List.of("us-east-1", "eu-west-2", "eu-central-2")) {
            assertThatThrownBy(() -> copying(in(new App(), "Here", "eu-west-1"), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "BackupVault: copyTo: region " + wrong + "; must be of the geography of eu-west-1, which"
                                    + " PHI does not leave; choose [eu-central-1, eu-north-1, eu-south-1, eu-south-2,"
                                    + " eu-west-3]");
        }
        assertThatThrownBy(() -> copying(in(new App(), "Here", "af-south-1"), "eu-west-1"))
                .hasMessageContaining("choose []");
        assertThatThrownBy(() -> copying(in(new App(), "Here", "eu-west-1"), "eu-west-1"))
                .hasMessageContaining("one outage takes both");
    }

    @Test
    void warnsWhereOnlyTheDeploymentKnowsTheRegion() {
        assertThat(ALL.warnings()).singleElement().asString().contains("/Anywhere/Backups", "CopyGeographyUnknown");
    }

    @Test
    void passesBothPacks() {
        assertThat(ALL.violations()).allMatch(it -> it.contains("CopyGeographyUnknown"));
        assertThat(ALL.suppressed()).isEmpty();
    }
}
