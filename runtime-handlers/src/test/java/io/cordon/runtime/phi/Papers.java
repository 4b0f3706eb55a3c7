package io.cordon.runtime.phi;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Documents about a person, with the words where their formats put words. */
final class Papers {
    private Papers() {}

    /** A document, and how it is announced. */
    record Made(String type, byte[] bytes) {}

    static List<Made> of(Person person) {
        return List.of(
                new Made("text/plain", visible(person)),
                new Made("application/pdf", pdf(person)),
                png(person),
                jpeg(person));
    }

    private static byte[] visible(Person person) {
        return person.told().replace("\u0000", "").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(Person person) {
        return ("%PDF-1.7\n1 0 obj <</Title (" + person.name() + ")/Author (" + person.mail() + ")>> endobj\n% "
                        + person.told() + "\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Made png(Person person) {
        return new Made("image/png", written(png -> {
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(png, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
            chunk(png, "tEXt", ("Title\0" + person.told()).getBytes(StandardCharsets.UTF_8));
            chunk(png, "IEND", new byte[0]);
        }));
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) sum.getValue());
    }

    private static Made jpeg(Person person) {
        return new Made("image/jpeg", written(jpeg -> {
            byte[] comment = person.told().getBytes(StandardCharsets.UTF_8);
            jpeg.writeShort(0xffd8);
            jpeg.writeShort(0xfffe);
            jpeg.writeShort(comment.length + 2);
            jpeg.write(comment);
            jpeg.write(new byte[] {(byte) 0xff, (byte) 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0});
            jpeg.writeShort(0xffd9);
        }));
    }

    /** Something that writes. */
    @FunctionalInterface
    private interface Work {
        void on(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Work work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            work.on(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
