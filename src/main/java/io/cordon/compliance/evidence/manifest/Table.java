package io.cordon.compliance.evidence.manifest;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table of a pack by the columns that name a row; a pack that lacks the file has no row. */
record Table(SortedMap<String, List<Map<String, String>>> rows) {
    private static final CsvMapper CSV = new CsvMapper();

    static Table read(Path file, List<String> key) {
        if (!Files.exists(file)) {
            return new Table(new TreeMap<>());
        }
        try (MappingIterator<Map<String, String>> read = CSV.readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            return new Table(read.readAll().stream()
                    .collect(Collectors.groupingBy(row -> name(row, key), TreeMap::new, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static String name(Map<String, String> row, List<String> key) {
        return key.stream()
                .map(column -> row.getOrDefault(column, ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" on "));
    }

    /** Returns what a row says in a column; of several rows of one name, each of their words once. */
    String value(String row, String column) {
        return rows.getOrDefault(row, List.of()).stream()
                .map(it -> it.getOrDefault(column, ""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    boolean has(String row) {
        return rows.containsKey(row);
    }
}
