package io.cordon.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

/** What AWS Backup refuses is found at the deployment only: a synth does not look at the length of a name. */
class BackupNamesTest {
    private static final Synthesized ALL = Synthesized.app(app -> {
        backup(new Stack(app, "SerenyaBackend-production"));
        backup(new Stack(app, "SerenyaBackend-preproduction"));
    });

    private static void backup(Stack stack) {
        var profiles = new ProfileTable(stack, "Application", it -> {});
        var sessions = new ProfileTable(stack, "SessionsOfPeopleWhoUseTheApplication", it -> {});
        new BackupVault(stack, "Backup", it -> it.tables(List.of(profiles.getTable(), sessions.getTable())));
    }

    @Test
    void selectionsHaveNamesThatAwsBackupTakes() {
        assertThat(names("AWS::Backup::BackupSelection", "/Properties/BackupSelection/SelectionName"))
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-zA-Z0-9_.-]{1,50}"));
    }

    @Test
    void plansOfOneAccountCanBeToldApart() {
        assertThat(names("AWS::Backup::BackupPlan", "/Properties/BackupPlan/BackupPlanName"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-zA-Z0-9_.-]{1,50}"));
    }

    private static List<String> names(String type, String pointer) {
        return Stream.of("SerenyaBackend-production", "SerenyaBackend-preproduction")
                .flatMap(stack -> ALL.resources(stack, type).stream())
                .map(it -> it.at(pointer).asText())
                .toList();
    }
}
