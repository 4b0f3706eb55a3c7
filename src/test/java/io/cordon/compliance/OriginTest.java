package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects in a repository of their own. */
class OriginTest {
    @TempDir
    Path project;

    @BeforeEach
    void hasOneCommit() throws Exception {
        Files.writeString(project.resolve("App.java"), "class App {}");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=e@example.com", "commit", "-q", "-m", "App");
    }

    @Test
    void namesTheCommitOfACleanTree() throws IOException {
        Files.createDirectories(project.resolve("cdk.out"));
        Files.writeString(project.resolve("cdk.out/S.template.json"), "{}");

        var origin = Origin.of(project, project.resolve("cdk.out"));

        assertThat(origin.commit()).matches("[0-9a-f]{40}");
        assertThat(origin.tree()).isEqualTo("clean");
        assertThat(origin.versions()).containsEntry("cdk-nag", "3.0.2").containsEntry("aws-cdk-lib", "2.272.0");
    }

    @Test
    void seesAFileThatNobodyCommitted() throws IOException {
        Files.writeString(project.resolve("New.java"), "class New {}");

        assertThat(Origin.of(project, project.resolve("cdk.out")).tree()).isEqualTo("changed");
    }

    @Test
    void claimsNothingOfAFolderThatIsNoRepository() {
        var origin = Origin.of(Path.of("/"), Path.of("/cdk.out"));

        assertThat(origin.commit()).startsWith("not known: ");
        assertThat(origin.tree()).isEqualTo("not known");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(project.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
