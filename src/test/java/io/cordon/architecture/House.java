package io.cordon.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at: our classes without the tests', and the sources. */
final class House {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(House::isWritten)
            .importPackages("io.cordon");

    /** The rooms of the constructs; some are still to be furnished. */
    static final String[] CONSTRUCTS = Stream.of(
                    "account",
                    "ai",
                    "api",
                    "audit",
                    "cost",
                    "data",
                    "functions",
                    "keys",
                    "network",
                    "observe",
                    "pipeline",
                    "storage")
            .map(room -> "io.cordon." + room + "..")
            .toArray(String[]::new);

    static final String APP = "io.cordon.app..";
    static final String SYSTEMS = "io.cordon.systems..";
    static final String COMPLIANCE = "io.cordon.compliance..";
    static final String POLICIES = "io.cordon.policies..";

    private House() {}

    /** Whether a person wrote it, and not the build from a template of a page. */
    static boolean isWritten(Location file) {
        return !file.contains("Generated.class");
    }

    /** Returns every Java file below {@code src/main} or {@code src/test}. */
    static List<Path> sources(String kind) {
        try (Stream<Path> files = Files.walk(Path.of("src", kind, "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
