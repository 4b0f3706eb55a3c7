package io.cordon.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.assembly.Assembly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidencePackTest {
    @TempDir
    Path directory;

    @Test
    void leavesOutAFileThatCannotBeWrittenAndWritesTheOthers() {
        var failed = EvidencePack.in(directory)
                .write(
                        facts(),
                        List.of(
                                new Fixed("one.txt", () -> {}),
                                new Fixed("two.txt", () -> {
                                    throw new IllegalStateException("a shape that it does not know");
                                }),
                                new Fixed("three.txt", () -> {
                                    throw new NoClassDefFoundError("a class that is gone");
                                }),
                                new Fixed("four.txt", () -> {})));

        assertThat(failed.keySet()).containsExactly("two.txt", "three.txt");
        assertThat(failed.get("two.txt"))
                .hasMessage("two.txt: cannot be written")
                .hasRootCauseMessage("a shape that it does not know");
        assertThat(directory.resolve("evidence"))
                .isDirectoryContaining("glob:**one.txt")
                .isDirectoryContaining("glob:**four.txt");
        assertThat(directory.resolve("evidence/two.txt")).doesNotExist();
        assertThat(directory.resolve("evidence/three.txt")).doesNotExist();
    }

    private Facts facts() {
        return new Facts(
                new Assembly(directory, List.of(), List.of(), LocalDate.EPOCH),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Sources(Map.of(), ""),
                new Provenance(new TreeMap<>(), "", ""));
    }

    /** A file of one byte, or what stops it in the middle. */
    private record Fixed(String file, Runnable middle) implements Exhibit {
        @Override
        public void write(Facts facts, OutputStream out) throws IOException {
            out.write('x');
            middle.run();
        }
    }
}
