package io.cordon.compliance.evidence;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The files of {@code cdk.out/evidence/}: the same bytes for the same input, on success and on failure.
 *
 * @param directory where they lie
 */
public record EvidencePack(Path directory) {
    private static final CsvMapper CSV = CsvMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Compliance.class, ToStringSerializer.instance)
                    .addSerializer(String.class, new SpreadsheetText()))
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

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

    /** Writes every file. */
    public void write(List<ControlRow> controls, List<ExceptionRow> exceptions, List<AdviceRow> advice) {
        write("controls.csv", ControlRow.class, controls);
        write("exceptions.csv", ExceptionRow.class, exceptions);
        write("advice.csv", AdviceRow.class, advice);
    }

    private <T> void write(String name, Class<T> type, List<T> rows) {
        try {
            Files.createDirectories(directory);
            CSV.writer(CSV.schemaFor(type).withHeader())
                    .writeValues(directory.resolve(name).toFile())
                    .writeAll(rows)
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(directory.resolve(name) + ": cannot be written", e);
        }
    }
}
