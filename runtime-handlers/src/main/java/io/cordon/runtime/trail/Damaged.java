package io.cordon.runtime.trail;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file is there and is not what it must be: unlike a line that breaks, reading it again does not help. */
final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(Throwable cause) {
        super(cause);
    }

    Damaged(String reason) {
        super(reason);
    }

    /** Makes something of what a compressed file holds. */
    static <T> T unless(InputStream compressed, Work<T> work) throws IOException {
        try {
            return work.on(new GZIPInputStream(compressed));
        } catch (ZipException | EOFException e) {
            throw new Damaged(e);
        }
    }

    /** Something that reads. */
    @FunctionalInterface
    interface Work<T> {
        T on(InputStream uncompressed) throws IOException;
    }
}
