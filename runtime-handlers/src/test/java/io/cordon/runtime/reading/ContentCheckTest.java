package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.DocumentType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {
    private static final ContentCheck CHECK = new ContentCheck(1_000);

    @Test
    void takesEachTypeAsAnnounced() {
        assertTaken("application/pdf", bytes("%PDF-1.7\n"));
        assertTaken("image/png", Pictures.png(8000, 8000));
        assertTaken("image/jpeg", Pictures.jpeg(Pictures.segment(0xe0, 16), Pictures.frame(0xc2, 8000, 1)));
        assertTaken("text/plain", bytes("\uFEFFLeukozyten\t11,2\r\n\fCRP <0,5 \uD83D\uDC89"));
    }

    @ParameterizedTest
    @EnumSource
    void takesNoTypeForAnother(DocumentType announced) {
        byte[][] others = {
            bytes("%PDF-1.7\n"), Pictures.jpeg(Pictures.frame(0xc0, 1, 1)), Pictures.png(1, 1), bytes("x")
        };
        for (DocumentType other : DocumentType.values()) {
            if (other != announced) {
                assertThat(check(announced.mediaType(), others[other.ordinal()]))
                        .isEqualTo(Unfit.TYPE_MISMATCH);
            }
        }
    }

    @Test
    void takesNoTypeThatNobodyAnnounces() {
        assertThat(check("text/html", bytes("<p>"))).isEqualTo(Unfit.TYPE_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInNothing(DocumentType type) {
        assertThat(check(type.mediaType(), new byte[0])).isEqualTo(Unfit.EMPTY);
    }

    @Test
    void findsNothingInBlanks() {
        assertThat(check("text/plain", bytes(" \n\t\r\n"))).isEqualTo(Unfit.EMPTY);
    }

    @Test
    void takesAsManyBytesAsTheModelDoes() {
        byte[] pdf = Arrays.copyOf(bytes("%PDF-"), 4_500_001);
        byte[] png = Arrays.copyOf(Pictures.png(1, 1), 3_750_001);

        assertThat(check("application/pdf", pdf)).isEqualTo(Unfit.TOO_LARGE);
        assertThat(check("image/png", png)).isEqualTo(Unfit.TOO_LARGE);
        assertTaken("application/pdf", Arrays.copyOf(pdf, 4_500_000));
        assertTaken("image/png", Arrays.copyOf(png, 3_750_000));
    }

    @Test
    void takesAsManyCharactersAsTold() {
        assertTaken("text/plain", bytes("\uD83D\uDC89".repeat(1_000)));
        assertThat(check("text/plain", bytes("ä".repeat(1_001)))).isEqualTo(Unfit.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\u007fb", "a\u0085b", "PK\u0003\u0004"})
    void takesNoControlsForText(String text) {
        assertThat(check("text/plain", bytes(text))).isEqualTo(Unfit.TYPE_MISMATCH);
    }

    @Test
    void readsTextInUtf8Only() {
        assertThat(check("text/plain", "Kälte".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Unfit.UNREADABLE);
        assertThat(check("text/plain", new byte[] {'a', (byte) 0xc0, (byte) 0x80}))
                .isEqualTo(Unfit.UNREADABLE);
        assertThat(check("text/plain", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .isEqualTo(Unfit.UNREADABLE);
    }

    private static Checked check(String type, byte[] bytes) {
        return CHECK.check(new Document(type, bytes.length), bytes);
    }

    private static void assertTaken(String type, byte[] bytes) {
        assertThat(check(type, bytes)).isInstanceOfSatisfying(Content.class, content -> {
            assertThat(content.type()).isEqualTo(type);
            assertThat(content.bytes()).isSameAs(bytes);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
