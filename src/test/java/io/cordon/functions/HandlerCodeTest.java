package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.FileSystem;

class HandlerCodeTest {
    private final Path folder;

    HandlerCodeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesTheJarInPlaceFromAFolder() throws IOException {
        var jar = inFolder();

        assertThat(found(folder)).isEqualTo(jar);
    }

    @Test
    void takesTheSameBytesOutOfAPublishedJar() throws IOException {
        var jar = inFolder();
        var published = folder.resolve("cordon.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(published))) {
            out.putNextEntry(new JarEntry(HandlerCode.JAR));
            Files.copy(jar, out);
        }

        var copy = found(published);

        assertThat(copy).isNotEqualTo(jar).hasSameBinaryContentAs(jar);
        assertThat(FileSystem.fingerprint(copy.toString())).isEqualTo(FileSystem.fingerprint(jar.toString()));
        assertThat(FunctionManifest.read(copy).function("upload")).isNotNull();
    }

    @Test
    void saysHowToBuildTheJarThatIsMissing() {
        assertThatThrownBy(() -> found(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("runtime-handlers.jar is not on the class path; run mvn process-classes");
    }

    private Path inFolder() throws IOException {
        var manifest = HandlersJar.functions(HandlersJar.UPLOAD);
        return Files.write(folder.resolve(HandlerCode.JAR), HandlersJar.bytes(manifest, HandlersJar.OPERATIONS));
    }

    private static Path found(Path where) throws IOException {
        try (var loader = new URLClassLoader(new URL[] {where.toUri().toURL()}, null)) {
            return HandlerCode.onClassPath(loader);
        }
    }
}
