package io.cordon.compliance.evidence.flow;

import java.util.ArrayList;
import java.util.List;

/** Text that fits its place in a picture. */
final class Words {
    private static final String LEFT_OUT = "...";

    private Words() {}

    /** Returns a text of at most {@code longest} characters: what tells names apart stands at their ends. */
    static String shorten(String text, int longest) {
        var plain = text.replaceAll("\\s+", " ").strip();
        var length = plain.codePointCount(0, plain.length());
        if (length <= longest) {
            return plain;
        }
        var head = (longest - LEFT_OUT.length()) / 2;
        var tail = longest - LEFT_OUT.length() - head;
        return plain.substring(0, plain.offsetByCodePoints(0, head))
                + LEFT_OUT
                + plain.substring(plain.offsetByCodePoints(0, length - tail));
    }

    /** Returns a text as lines, broken between words. */
    static List<String> wrap(String text, int longest) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+")) {
            var fits = line.isEmpty() || line.length() + 1 + word.length() <= longest;
            if (!fits) {
                lines.add(line);
            }
            line = fits && !line.isEmpty() ? line + " " + shorten(word, longest) : shorten(word, longest);
        }
        lines.add(line);
        return lines;
    }

    /** Returns a text as XML: what XML cannot say is replaced. */
    static String xml(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(it -> {
            switch (it) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(it) ? it : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int it) {
        return it == '\t'
                || it == '\n'
                || it >= 0x20 && it <= 0xD7FF
                || it >= 0xE000 && it <= 0xFFFD
                || it >= 0x10000 && it <= 0x10FFFF;
    }
}
