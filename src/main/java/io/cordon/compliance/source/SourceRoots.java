package io.cordon.compliance.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a project keeps its sources: {@code src/<kind>/<language>} of a folder and of the folders right inside it.
 *
 * <p>Files are named from the top of the repository, where code scanning looks for them; without one, from the folder.
 */
final class SourceRoots {
    private static final List<String> LANGUAGES = List.of("java", "kotlin", "scala", "groovy");

    private final Path top;
    private final List<Path> roots;
    private final Map<String, Optional<String>> known = new HashMap<>();

    private SourceRoots(Path top, List<Path> roots) {
        this.top = top;
        this.roots = roots;
    }

    static SourceRoots ofWorkingDirectory() {
        return in(Path.of("").toAbsolutePath());
    }

    static SourceRoots in(Path directory) {
        var roots = Stream.concat(Stream.of(directory), folders(directory))
                .flatMap(module -> folders(module.resolve("src")))
                .flatMap(kind -> LANGUAGES.stream().map(kind::resolve))
                .filter(Files::isDirectory)
                .toList();
        return new SourceRoots(top(directory), roots);
    }

    /** Returns the file of a class as its package says, which is all that is known of a library. */
    static String fileInPackage(Class<?> type, String name) {
        return type.getPackageName().isEmpty() ? name : type.getPackageName().replace('.', '/') + "/" + name;
    }

    /** Returns the name of a file of this project. */
    Optional<String> find(String fileInPackage) {
        return known.computeIfAbsent(
                fileInPackage,
                file -> roots.stream()
                        .map(root -> root.resolve(file))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .map(found -> top.relativize(found).toString().replace('\\', '/')));
    }

    private static Path top(Path directory) {
        for (var at = directory; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return directory;
    }

    private static Stream<Path> folders(Path directory) {
        var found = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return Stream.empty();
        }
        return found.stream().sorted();
    }
}
