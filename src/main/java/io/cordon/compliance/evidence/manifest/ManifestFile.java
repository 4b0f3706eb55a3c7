package io.cordon.compliance.evidence.manifest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes and reads {@code manifest.json}. */
public final class ManifestFile {
    /** Its name inside the pack. */
    public static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestFile() {}

    /**
     * Seals a pack whose other files are all written.
     *
     * @param flags the feature flags of the CDK that were set
     */
    public static void write(Path pack, Facts facts, Map<String, Object> flags) {
        var manifest = new Manifest(
                Manifest.SCHEMA,
                facts.passes() ? "passes" : "fails",
                facts.app().asOf().toString(),
                facts.provenance().commit(),
                facts.provenance().tree(),
                facts.provenance().versions(),
                new TreeMap<>(flags),
                facts.app().stacks().stream()
                        .map(StackTemplate::file)
                        .sorted()
                        .map(file -> HashedFile.of(facts.app().directory(), file))
                        .toList(),
                names(pack).stream().map(file -> HashedFile.of(pack, file)).toList());
        try {
            Files.writeString(pack.resolve(NAME), writer().writeValueAsString(manifest) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(pack.resolve(NAME) + ": cannot be written", e);
        }
    }

    /**
     * Reads the manifest of a pack.
     *
     * @throws IllegalArgumentException if there is none, or none that this version reads
     */
    static Manifest read(Path pack) {
        var file = pack.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": not there; give the folder evidence/ of a synth");
        }
        try {
            var manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.schema() != Manifest.SCHEMA) {
                throw new IllegalArgumentException(
                        file + ": schema " + manifest.schema() + "; this version reads " + Manifest.SCHEMA);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + ": not the manifest of a pack, or damaged; give the folder evidence/ of a synth", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    /** Returns the files of a pack, but for its manifest. */
    static List<String> names(Path pack) {
        try (var files = Files.list(pack)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(NAME))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(pack + ": cannot be listed", e);
        }
    }

    /** The same line ends on every system. */
    private static ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return JSON.writer(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }
}
