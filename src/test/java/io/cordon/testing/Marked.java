package io.cordon.testing;

import io.cordon.compliance.evidence.SourceLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The lines of a file that end with a mark: a test that counted them would break with each import. */
public record Marked(String file) {
    private static final String TESTS = "src/test/java/";

    /** Returns the source of a test. */
    public static Marked in(Class<?> type) {
        return new Marked(TESTS + type.getName().replace('.', '/') + ".java");
    }

    /** Returns the one line that ends with {@code // mark}. */
    public SourceLine line(String mark) {
        var lines = lines();
        var number = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).endsWith("// " + mark))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no line marked " + mark));
        return new SourceLine(file, number + 1);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
