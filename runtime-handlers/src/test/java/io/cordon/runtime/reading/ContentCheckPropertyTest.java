package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.DocumentType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContentCheckPropertyTest {
    private static final ContentCheck CHECK = new ContentCheck(100);

    @Property(tries = 2_000)
    void saysSomethingOfAnyBytes(@ForAll DocumentType announced, @ForAll("bytes") byte[] bytes) {
        Checked checked = CHECK.check(new Document(announced.mediaType(), bytes.length), bytes);

        if (checked instanceof Content content) {
            assertThat(content.type()).isEqualTo(announced.mediaType());
            assertThat(Signature.typeOf(bytes)).isEqualTo(announced);
        }
    }

    @Property
    void neverTakesAPartOfAPictureForMoreThanTheWhole(@ForAll("headers") byte[] whole, @ForAll byte cut) {
        byte[] part = Arrays.copyOf(whole, Math.floorMod(cut, whole.length));

        assertThat(CHECK.check(new Document("image/jpeg", part.length), part)).isInstanceOf(Unfit.class);
    }

    @Property
    void takesEachTextThatIsVisibleAndShort(@ForAll("visible") String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CHECK.check(new Document("text/plain", bytes.length), bytes)).isInstanceOf(Content.class);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> beginning = Arbitraries.of(
                new byte[0],
                Pictures.jpeg(),
                Pictures.jpeg(Pictures.segment(0xe1, 9)),
                Arrays.copyOf(Pictures.png(1, 1), 16),
                "%PDF-".getBytes(StandardCharsets.US_ASCII));
        return Combinators.combine(
                        beginning, Arbitraries.bytes().array(byte[].class).ofMaxSize(400))
                .as((first, rest) -> {
                    byte[] all = Arrays.copyOf(first, first.length + rest.length);
                    System.arraycopy(rest, 0, all, first.length, rest.length);
                    return all;
                });
    }

    /** Pictures that end with the frame's size: whatever is missing makes them unreadable. */
    @Provide
    Arbitrary<byte[]> headers() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 60),
                        Arbitraries.integers().between(1, 8000))
                .as((length, width) -> {
                    byte[] frame = Arrays.copyOf(Pictures.frame(0xc0, width, width), 10);
                    return Pictures.jpeg(Pictures.segment(0xe2, length), frame);
                });
    }

    @Provide
    Arbitrary<String> visible() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withCharRange('\u00c0', '\u04ff')
                .ofMinLength(1)
                .ofMaxLength(100);
    }
}
