package io.cordon.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.SourceLine;
import io.cordon.testing.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which line is taken, and what its file is called from where. */
class MakerTest {
    private static final String FILE = "io/cordon/compliance/source/MakerTest.java";

    @TempDir
    Path repository;

    @Test
    void namesAFileOfALibraryByItsPackage() {
        var made = new Made(repository); // library

        assertThat(made.line).isEqualTo(new SourceLine(FILE, line("library")));
    }

    @Test
    void prefersTheUsersLineToThatOfALibraryInside() throws IOException {
        write("src/main/java/" + FILE);
        var made = Library.make(() -> new Made(repository)); // written here
        Supplier<Made> inside = () -> Library.make(() -> Library.made(repository)); // asked here

        assertThat(made.line).isEqualTo(new SourceLine("src/main/java/" + FILE, line("written here")));
        assertThat(inside.get().line).isEqualTo(new SourceLine("src/main/java/" + FILE, line("asked here")));
    }

    @Test
    void passesOverTheConstructorsOfWhatIsMade() {
        var made = new Special(); // special

        assertThat(made.line.line()).isEqualTo(line("special"));
    }

    @Test
    void namesAFileFromTheTopOfTheRepository() throws IOException {
        write("infra/src/it/java/" + FILE);
        Files.createDirectory(repository.resolve(".git"));

        assertThat(SourceRoots.in(repository.resolve("infra")).find(FILE)).contains("infra/src/it/java/" + FILE);
    }

    @Test
    void looksIntoTheModulesOfAProjectAndNoFurther() throws IOException {
        write("module/src/main/kotlin/a/A.kt");
        write("module/inner/src/main/java/b/B.java");
        var roots = SourceRoots.in(repository);

        assertThat(roots.find("a/A.kt")).contains("module/src/main/kotlin/a/A.kt");
        assertThat(roots.find("b/B.java")).isEmpty();
    }

    @Test
    void findsNothingInAFolderThatIsGone() {
        assertThat(SourceRoots.in(repository.resolve("gone")).find(FILE)).isEmpty();
    }

    private static int line(String mark) {
        return Marked.in(MakerTest.class).line(mark).line();
    }

    private void write(String file) throws IOException {
        Files.createDirectories(repository.resolve(file).getParent());
        Files.writeString(repository.resolve(file), "");
    }

    /** Asks for its own line, as jsii does in the constructor of each construct. */
    static class Made {
        final SourceLine line;

        Made(Path directory) {
            this.line = new Maker(SourceRoots.in(directory)).line().orElseThrow();
        }
    }

    private static final class Special extends Made {
        Special() {
            this(Path.of("nowhere"));
        }

        private Special(Path directory) {
            super(directory);
        }
    }
}
