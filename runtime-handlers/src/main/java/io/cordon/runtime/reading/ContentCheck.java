package io.cordon.runtime.reading;

import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.DocumentType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Looks at what was uploaded, whatever its name says: a type is told by content and must be the one that was announced.
 * Only headers are read, and no picture is unpacked: what unpacks to gigabytes does so elsewhere, if at all.
 */
public final class ContentCheck {
    private final long longestText;

    /**
     * A check with this limit.
     *
     * @param longestText the longest text, in Unicode characters
     */
    public ContentCheck(long longestText) {
        this.longestText = longestText;
    }

    /** The content, or why no model should see it. */
    public Checked check(Document announced, byte[] bytes) {
        if (bytes.length == 0) {
            return Unfit.EMPTY;
        }
        Optional<DocumentType> type = DocumentType.of(announced.contentType());
        if (type.isEmpty() || type.get() != Signature.typeOf(bytes)) {
            return Unfit.TYPE_MISMATCH;
        }
        if (bytes.length > type.get().largestBytes()) {
            return Unfit.TOO_LARGE;
        }
        return fault(type.get(), bytes)
                .<Checked>map(fault -> fault)
                .orElseGet(() -> new Content(type.get().mediaType(), bytes));
    }

    private Optional<Unfit> fault(DocumentType type, byte[] bytes) {
        return switch (type) {
            case PDF -> Optional.empty();
            case PNG -> PictureSize.ofPng(bytes).map(PictureSize::fault).orElse(Optional.of(Unfit.UNREADABLE));
            case JPEG -> PictureSize.ofJpeg(bytes).map(PictureSize::fault).orElse(Optional.of(Unfit.UNREADABLE));
            case TEXT -> faultOfText(bytes);
        };
    }

    private Optional<Unfit> faultOfText(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.of(Unfit.UNREADABLE);
        }
        if (text.isBlank()) {
            return Optional.of(Unfit.EMPTY);
        }
        if (text.chars().anyMatch(ContentCheck::isControl)) {
            return Optional.of(Unfit.TYPE_MISMATCH);
        }
        return text.codePointCount(0, text.length()) > longestText ? Optional.of(Unfit.TOO_LARGE) : Optional.empty();
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && "\t\n\r\f".indexOf(character) < 0;
    }
}
