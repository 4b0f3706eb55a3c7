package io.cordon.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.App;

/** The classes of the CDK and of this library by their simple names; many packages have one of the same name. */
record PublicNames(Map<String, List<String>> classes) {

    static PublicNames ofTheCdkAndUs() {
        return new PublicNames(Stream.of(App.class, HipaaGuardrails.class)
                .map(PublicNames::classesBeside)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1))));
    }

    /** Whether there is a class of that name, or one with that member: {@code Bucket.Builder.versioned}. */
    boolean has(String name) {
        var owner = name.substring(0, Math.max(0, name.lastIndexOf('.'))).replace('.', '$');
        var member = name.substring(name.lastIndexOf('.') + 1);
        return classes.containsKey(name.replace('.', '$'))
                || classes.getOrDefault(owner, List.of()).stream()
                        .flatMap(PublicNames::members)
                        .filter(it -> Modifier.isPublic(it.getModifiers()))
                        .anyMatch(it -> it.getName().equals(member));
    }

    private static Stream<? extends Member> members(String type) {
        try {
            var loaded = Class.forName(type, false, PublicNames.class.getClassLoader());
            return Stream.concat(Arrays.stream(loaded.getMethods()), Arrays.stream(loaded.getFields()));
        } catch (ClassNotFoundException e) {
            throw new LinkageError(type, e);
        }
    }

    private static List<String> classesBeside(Class<?> type) {
        try {
            var place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return classesBelow(place);
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                return classesBelow(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> classesBelow(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .toList();
        }
    }
}
