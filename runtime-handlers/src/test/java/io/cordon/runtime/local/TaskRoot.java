package io.cordon.runtime.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that Lambda unpacks a function into: classes at its top and libraries in {@code lib}. A class loader of the
 * runtime client reads it, and the Java process itself has on its class path only that client.
 */
public final class TaskRoot {
    static final Path PATH = laidOut();

    private static final String CLIENT =
            ".*/(aws-lambda-java-(core|runtime-interface-client|serialization)|utils-lite)-[^/]*\\.jar";

    private TaskRoot() {}

    /** Java itself. */
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** No name but this machine's own is known to a function: whoever asks for another finds nobody. */
    private static Path hosts() {
        try {
            return Files.writeString(PATH.resolve("hosts"), "127.0.0.1 localhost\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Java with the options that Lambda gives it, as its bootstrap script for Java 17 shows them. */
    static List<String> java() {
        return List.of(
                program(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true",
                "-Djdk.net.hosts.file=" + hosts(),
                "-classpath",
                client());
    }

    /** Lambda's client and what it needs, as a class path. */
    public static String client() {
        return String.join(
                File.pathSeparator,
                classPath().filter(entry -> entry.matches(CLIENT)).toList());
    }

    private static Path laidOut() {
        try {
            Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "task");
            Path lib = Files.createDirectory(root.resolve("lib"));
            for (String entry : classPath().toList()) {
                Path path = Path.of(entry);
                if (entry.endsWith(".jar")) {
                    Files.createSymbolicLink(lib.resolve(path.getFileName()), path);
                } else if (entry.endsWith("/classes")) {
                    link(path, root);
                }
            }
            return root;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void link(Path classes, Path root) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                Files.createSymbolicLink(root.resolve(file.getFileName()), file);
            }
        }
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }
}
