package io.cordon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others compile against, as a text: a change shows in the diff of a review. */
class PublicSignaturesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/public-signatures.txt");

    @Test
    void theyChangeOnlyOnPurpose() throws IOException {
        var signatures = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(House::isWritten)
                        .importPackages("io.cordon")
                        .stream()
                        .map(it -> it.reflect())
                        .filter(PublicSignaturesTest::isPublic)
                        .flatMap(PublicSignaturesTest::signatures)
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining("\n", "", "\n"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN.resolveSibling(""));
            Files.writeString(GOLDEN, signatures);
        }

        assertThat(signatures)
                .as("%s differs; if that is meant, run mvn test -Dgolden=write and note it in CHANGELOG.md", GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Stream<String> signatures(Class<?> type) {
        var name = type.getName();
        return Stream.of(
                        Stream.of("type " + name),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(it -> isOurs(it.getModifiers(), it.isSynthetic()))
                                .map(it -> name + constructor(it)),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(it -> isOurs(it.getModifiers(), it.isSynthetic()))
                                .map(it -> name + "." + method(it)),
                        Arrays.stream(type.getDeclaredFields())
                                .filter(it -> isOurs(it.getModifiers(), it.isSynthetic()))
                                .map(it -> name + "." + field(it)))
                .flatMap(it -> it);
    }

    private static boolean isOurs(int modifiers, boolean synthetic) {
        return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)) && !synthetic;
    }

    private static String constructor(Constructor<?> it) {
        return parameters(it);
    }

    private static String method(Method it) {
        return it.getName() + parameters(it) + ": " + it.getGenericReturnType().getTypeName();
    }

    private static String field(Field it) {
        return it.getName() + ": " + it.getGenericType().getTypeName();
    }

    private static String parameters(Executable it) {
        return Arrays.stream(it.getGenericParameterTypes())
                .map(java.lang.reflect.Type::getTypeName)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
