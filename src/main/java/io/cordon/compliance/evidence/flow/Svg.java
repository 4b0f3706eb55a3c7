package io.cordon.compliance.evidence.flow;

import java.util.Locale;

/** The elements of a picture as text; whatever is a name is escaped here and nowhere else. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /** Adds elements as they are. */
    Svg raw(String elements) {
        out.append(elements).append('\n');
        return this;
    }

    Svg text(int x, int y, String style, String text) {
        return raw(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>", x, y, style, Words.xml(text)));
    }

    Svg rectangle(int x, int y, int width, int height, String style) {
        return raw(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" class=\"%s\"/>",
                x,
                y,
                width,
                height,
                style));
    }

    Svg title(String text) {
        return raw("<title>" + Words.xml(text) + "</title>");
    }

    /** Adds a way from one point to another that leaves and arrives level. */
    Svg way(int x1, int y1, int x2, int y2, String style) {
        var bend = Math.max(30, (x2 - x1) / 2);
        return raw(String.format(
                Locale.ROOT,
                "<path d=\"M%d %dC%d %d %d %d %d %d\" class=\"%s\" marker-end=\"url(#%s-end)\"/>",
                x1,
                y1,
                x1 + bend,
                y1,
                x2 - bend,
                y2,
                x2,
                y2,
                style,
                style));
    }

    /** Adds a way around the right side of a column. */
    Svg around(int x, int y1, int y2, int width) {
        return raw(String.format(
                Locale.ROOT,
                "<path d=\"M%d %dC%d %d %d %d %d %d\" class=\"copy\" marker-end=\"url(#copy-end)\"/>",
                x,
                y1,
                x + width,
                y1,
                x + width,
                y2,
                x + 2,
                y2));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
