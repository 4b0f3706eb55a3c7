package io.cordon.runtime.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The beginnings of pictures, byte by byte. */
final class Pictures {
    private Pictures() {}

    /** The signature and the header of a PNG. */
    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** The start of a JPEG with these segments. */
    static byte[] jpeg(byte[]... segments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        for (byte[] segment : segments) {
            bytes.writeBytes(segment);
        }
        return bytes.toByteArray();
    }

    /** A segment that says how long it is. */
    static byte[] segment(int marker, int length) {
        return ByteBuffer.allocate(2 + length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) length)
                .array();
    }

    /** A header of a frame. */
    static byte[] frame(int marker, int width, int height) {
        return ByteBuffer.wrap(segment(marker, 17))
                .position(5)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }
}
