package io.cordon.runtime.reading;

import io.cordon.runtime.jobs.DocumentType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How files of a type begin. Text has no signature: it is what begins like nothing else. */
final class Signature {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Signature() {}

    static DocumentType typeOf(byte[] bytes) {
        if (begins(bytes, PDF)) {
            return DocumentType.PDF;
        }
        if (begins(bytes, PNG)) {
            return DocumentType.PNG;
        }
        return begins(bytes, JPEG) ? DocumentType.JPEG : DocumentType.TEXT;
    }

    private static boolean begins(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }
}
