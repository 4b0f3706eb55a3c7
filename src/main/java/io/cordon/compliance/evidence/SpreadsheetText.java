package io.cordon.compliance.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes text that a spreadsheet cannot take for a formula: a reason is free text, and an auditor opens the file. */
final class SpreadsheetText extends StdSerializer<String> {
    private static final long serialVersionUID = 1;

    SpreadsheetText() {
        super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value);
    }
}
