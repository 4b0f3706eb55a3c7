package io.cordon.runtime.reading;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How large a picture says it is, in pixels. */
record PictureSize(int width, int height) {
    /** Of an edge, in pixels (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html). */
    private static final int LONGEST_EDGE = 8_000;

    private static final int PNG_SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int IHDR_LENGTH = 13;

    /** From the header that every PNG begins with. */
    static Optional<PictureSize> ofPng(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).position(PNG_SIGNATURE);
        // Length, name, header, checksum.
        boolean whole = header.remaining() >= 12 + IHDR_LENGTH;
        if (!whole || header.getInt() != IHDR_LENGTH || header.getInt() != IHDR) {
            return Optional.empty();
        }
        return Optional.of(new PictureSize(header.getInt(), header.getInt()));
    }

    /** From the first frame header of a JPEG, before which lie any number of other segments. */
    static Optional<PictureSize> ofJpeg(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes).position(2);
        while (rest.remaining() >= 4 && rest.get() == (byte) 0xff) {
            int marker = Byte.toUnsignedInt(rest.get());
            if (marker == 0xff) {
                // Padding: the next byte may be the marker.
                rest.position(rest.position() - 1);
            } else if (isFrame(marker)) {
                return frame(rest);
            } else if (!hasLength(marker) || !skip(rest)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Why no model takes it. */
    Optional<Unfit> fault() {
        // What is above 2^31 was read as negative.
        if (width == 0 || height == 0) {
            return Optional.of(Unfit.UNREADABLE);
        }
        boolean fits = width > 0 && width <= LONGEST_EDGE && height > 0 && height <= LONGEST_EDGE;
        return fits ? Optional.empty() : Optional.of(Unfit.TOO_LARGE);
    }

    private static Optional<PictureSize> frame(ByteBuffer rest) {
        // Length, precision, height, width, number of components.
        if (rest.remaining() < 8 || Short.toUnsignedInt(rest.getShort()) < 8) {
            return Optional.empty();
        }
        rest.get();
        int height = Short.toUnsignedInt(rest.getShort());
        return Optional.of(new PictureSize(Short.toUnsignedInt(rest.getShort()), height));
    }

    private static boolean skip(ByteBuffer rest) {
        int length = rest.remaining() < 2 ? 0 : Short.toUnsignedInt(rest.getShort());
        if (length < 2 || length - 2 > rest.remaining()) {
            return false;
        }
        rest.position(rest.position() + length - 2);
        return true;
    }

    /** SOF0 to SOF15; three codes in between mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Restarts, a second start, the end and the image data cannot come before the frame header. */
    private static boolean hasLength(int marker) {
        return marker >= 0xc0 && (marker < 0xd0 || marker > 0xda);
    }
}
