package io.cordon.compliance.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of {@code cdk.out/evidence/}: the same bytes for the same input, on success and on failure.
 *
 * @param directory where they lie
 */
public record EvidencePack(Path directory) {

    /** Returns the place of the pack inside a cloud assembly. */
    public static EvidencePack in(Path assembly) {
        return new EvidencePack(assembly.resolve("evidence"));
    }

    /** Removes what an earlier synth left: old evidence beside a new template would be a false witness. */
    public void clear() {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be cleared", e);
        }
    }

    /**
     * Writes every exhibit, in this order; one that fails is left out and takes no other along.
     *
     * @return the files that could not be written, with the reason
     */
    public Map<String, RuntimeException> write(Facts facts, List<Exhibit> exhibits) {
        var failed = new LinkedHashMap<String, RuntimeException>();
        for (var exhibit : exhibits) {
            try {
                write(facts, exhibit);
            } catch (RuntimeException e) {
                failed.put(exhibit.file(), e);
            }
        }
        return failed;
    }

    private void write(Facts facts, Exhibit exhibit) {
        var file = directory.resolve(exhibit.file());
        try {
            Files.createDirectories(directory);
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                exhibit.write(facts, out);
            } catch (IOException | RuntimeException | LinkageError e) {
                Files.deleteIfExists(file);
                throw new IllegalStateException(exhibit.file() + ": cannot be written", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written", e);
        }
    }
}
