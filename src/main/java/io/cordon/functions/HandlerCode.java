package io.cordon.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the jar with the functions' code on the class path. */
final class HandlerCode {
    static final String JAR = "runtime-handlers.jar";

    private HandlerCode() {}

    /**
     * Returns the jar in place where the class path holds it as a file, else a copy of it: inside a published library it
     * is nested, and an asset must be a file. The asset's hash follows the bytes, so both give the same one.
     *
     * @throws IllegalStateException if it is missing
     */
    static Path onClassPath(ClassLoader loader) {
        URL url = loader.getResource(JAR);
        if (url == null) {
            throw new IllegalStateException(JAR + " is not on the class path; run mvn process-classes");
        }
        return "file".equals(url.getProtocol()) ? Path.of(URI.create(url.toString())) : copied(url);
    }

    private static Path copied(URL url) {
        try (InputStream in = url.openStream()) {
            var folder = Files.createTempDirectory("cordon-");
            var jar = folder.resolve(JAR);
            Files.copy(in, jar);
            folder.toFile().deleteOnExit();
            jar.toFile().deleteOnExit();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(url + ": cannot be copied out of its jar", e);
        }
    }
}
