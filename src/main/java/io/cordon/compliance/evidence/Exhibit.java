package io.cordon.compliance.evidence;

import java.io.IOException;
import java.io.OutputStream;

/** One file of the evidence pack: the same bytes for the same facts. */
public interface Exhibit {
    /** Returns its name inside the pack. */
    String file();

    /** Writes all of it; the caller closes the stream. */
    void write(Facts facts, OutputStream out) throws IOException;
}
