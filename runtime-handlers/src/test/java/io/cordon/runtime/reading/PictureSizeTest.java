package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.jobs.Document;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20, 32})
    void readsNoHalfHeaderOfAPng(int length) {
        assertThat(check("image/png", Arrays.copyOf(Pictures.png(1, 1), length)))
                .isEqualTo(Unfit.UNREADABLE);
    }

    @Test
    void readsNoPngWithoutItsHeader() {
        byte[] png = Pictures.png(1, 1);
        png[15] = 'X';
        assertThat(check("image/png", png)).isEqualTo(Unfit.UNREADABLE);
    }

    @Test
    void takesNoPictureWithTooManyPixels() {
        assertThat(check("image/png", Pictures.png(8001, 1))).isEqualTo(Unfit.TOO_LARGE);
        assertThat(check("image/png", Pictures.png(1, -1))).isEqualTo(Unfit.TOO_LARGE);
        assertThat(check("image/png", Pictures.png(0, 1))).isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(Pictures.frame(0xc0, 1, 8001))).isEqualTo(Unfit.TOO_LARGE);
        assertThat(jpeg(Pictures.frame(0xc0, 65535, 65535))).isEqualTo(Unfit.TOO_LARGE);
        assertThat(jpeg(Pictures.frame(0xc0, 1, 0))).isEqualTo(Unfit.UNREADABLE);
    }

    @Test
    void readsNoJpegWithoutAFrame() {
        byte[] frame = Pictures.frame(0xc0, 1, 1);

        assertThat(jpeg(new byte[] {(byte) 0xff})).isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(Arrays.copyOf(frame, 8))).isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 1}, frame)).isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(new byte[] {(byte) 0xff, (byte) 0xe1, -1, -1}, frame)).isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(Pictures.segment(0xc4, 4), Pictures.segment(0xda, 8), frame))
                .isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(new byte[] {(byte) 0xff, (byte) 0xd9}, frame)).isEqualTo(Unfit.UNREADABLE);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void findsAFrameBehindMegabytes() {
        byte[][] segments =
                Collections.nCopies(900_000, Pictures.segment(0xe1, 2)).toArray(byte[][]::new);
        byte[] padding = new byte[100_000];
        Arrays.fill(padding, (byte) 0xff);

        assertThat(jpeg(Pictures.jpeg(segments), padding, Pictures.frame(0xc1, 9000, 1)))
                .isEqualTo(Unfit.UNREADABLE);
        assertThat(jpeg(concat(segments), padding, Pictures.frame(0xc1, 9000, 1)))
                .isEqualTo(Unfit.TOO_LARGE);
    }

    private static byte[] concat(byte[][] segments) {
        byte[] whole = Pictures.jpeg(segments);
        return Arrays.copyOfRange(whole, 2, whole.length);
    }

    private static Checked jpeg(byte[]... segments) {
        return check("image/jpeg", Pictures.jpeg(segments));
    }

    private static Checked check(String type, byte[] bytes) {
        return new ContentCheck(1).check(new Document(type, bytes.length), bytes);
    }
}
