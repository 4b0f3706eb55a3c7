package io.cordon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader may rely on in every file. */
class SourcesTest {
    private static final int LONGEST = 250;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern STATIC_OR_WILDCARD = Pattern.compile("^import (static .*|.*\\.\\*);");
    private static final Pattern UTIL_WILDCARD = Pattern.compile("^import java\\.util\\.\\*;");

    @Test
    void noFileIsLong() {
        assertThat(House.sources("main"))
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(House.lines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void nothingIsLeftToDo(String kind) {
        assertThat(found(kind, UNFINISHED)).isEmpty();
    }

    @Test
    void importsNameOneTypeEach() {
        assertThat(found("main", STATIC_OR_WILDCARD)).isEmpty();
    }

    /** It would bring a Stack and a Queue that are not the CDK's. */
    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void nothingImportsAllOfJavaUtil(String kind) {
        assertThat(found(kind, UTIL_WILDCARD)).isEmpty();
    }

    @Test
    void inEveryPackageNullIsAnExceptionThatIsSaid() {
        var packages =
                House.CLASSES.stream().map(JavaClass::getPackage).distinct().toList();

        assertThat(packages)
                .isNotEmpty()
                .filteredOn(it -> it.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIsFor() {
        var folders = House.sources("main").stream().map(Path::getParent).distinct();

        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(String.join("\n", House.lines(folder.resolve("package-info.java"))))
                        .as(folder.toString())
                        .containsPattern("(?s)^/\\*\\*[^.]{10,}.*\\. ?\\*/\\s*@NullMarked"));
    }

    /** An immutable map has another order in each run, and with it the template would have: sorted maps only. */
    @Test
    void mapsForTheCdkHaveOneOrder() {
        var units = House.CLASSES.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(it -> it.getTargetClass().getPackageName().startsWith("software.amazon")))
                .flatMap(type -> type.getCodeUnits().stream())
                .toList();

        assertThat(units)
                .isNotEmpty()
                .allSatisfy(unit -> assertThat(unit.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isEquivalentTo(Map.class))
                                .filter(call -> call.getName().equals("of"))
                                .filter(call ->
                                        call.getTarget().getRawParameterTypes().size() > 2)
                                .count())
                        .as(unit.getFullName())
                        .isLessThanOrEqualTo(unit.getConstructorCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isEquivalentTo(TreeMap.class))
                                .count()));
    }

    private static List<String> found(String kind, Pattern pattern) {
        return House.sources(kind).stream()
                .flatMap(source -> found(source, pattern))
                .toList();
    }

    private static Stream<String> found(Path source, Pattern pattern) {
        return House.lines(source).stream()
                .filter(line -> pattern.matcher(line).find())
                .map(line -> source + ": " + line.strip());
    }
}
