package io.cordon.compliance.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * A table for a spreadsheet.
 *
 * @param file its name
 * @param type the record of a row, whose property order is that of the columns
 * @param rows its rows
 */
public record CsvExhibit<T>(String file, Class<T> type, Function<Facts, List<T>> rows) implements Exhibit {
    private static final CsvMapper CSV = CsvMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Compliance.class, ToStringSerializer.instance)
                    .addSerializer(String.class, new SpreadsheetText()))
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        try (var values = CSV.writer(CSV.schemaFor(type).withHeader()).writeValues(out)) {
            values.writeAll(rows.apply(facts));
        }
    }
}
