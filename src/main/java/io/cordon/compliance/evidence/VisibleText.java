package io.cordon.compliance.evidence;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes text in which every character shows: a name may hold controls that no document allows, or marks that turn the
 * reading direction round, so that an auditor would read another name than the template has.
 */
final class VisibleText extends FilterWriter {
    private static final char REPLACEMENT = '\uFFFD';

    VisibleText(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(visible((char) character));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        var visible = text.substring(offset, offset + length).toCharArray();
        for (var i = 0; i < visible.length; i++) {
            visible[i] = visible(visible[i]);
        }
        out.write(visible);
    }

    private static char visible(char character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t' || turns(character)
                ? REPLACEMENT
                : character;
    }

    private static boolean turns(char character) {
        return character >= '\u202A' && character <= '\u202E'
                || character >= '\u2066' && character <= '\u2069'
                || character == '\u200E'
                || character == '\u200F';
    }
}
