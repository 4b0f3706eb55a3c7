package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.compliance.source.ConstructLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Whatever ends a synth, what it leaves says that nothing was judged. */
class EarlyEndTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"construct", "error", "check", "template", "exit"})
    void leavesAPackThatSaysThatNothingWasJudged(String how) throws IOException, InterruptedException {
        var stale = Files.createDirectories(directory.resolve("evidence")).resolve("old.csv");
        Files.writeString(stale, "old");

        assertThat(run(how)).isNotZero();

        assertThat(stale).doesNotExist();
        assertThat(Exhibits.all())
                .allSatisfy(it ->
                        assertThat(directory.resolve("evidence/" + it.file())).exists());
        assertThat(directory.resolve("evidence/controls.csv"))
                .content()
                .contains(
                        "HIPAA.Security did not finish: the program ended before its templates were written and judged")
                .doesNotContain(",Compliant,", ",Not Applicable,");
    }

    @Test
    void leavesNothingInAFolderThatIsGone() {
        var gone = directory.resolve("gone");
        EarlyEnd.leaveWord(new Inspection(gone, LocalDate.EPOCH, FileExceptions.none(), ConstructLines.none()));

        assertThat(gone).doesNotExist();
    }

    @Test
    void saysWhyAnAppWasRefused() {
        var app = new App(AppProps.builder()
                .context(Map.of(HipaaGuardrails.AS_OF, "tomorrow"))
                .outdir(directory.toString())
                .build());

        assertThatThrownBy(() -> HipaaGuardrails.apply(app)).hasMessageContaining("yyyy-MM-dd");

        assertThat(directory.resolve("evidence/controls.csv"))
                .content()
                .contains("HIPAA.Security did not finish: cordon:asOf: not a date;")
                .doesNotContain(",Compliant,");
    }

    private int run(String how) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), LeavingApp.class.getName(), how);
        builder.environment().put("CDK_OUTDIR", directory.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("said.txt").toFile());
        return builder.start().waitFor();
    }
}
