package io.cordon.compliance.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All pictures of an app on one sheet, one under the other, with a legend. */
final class Sheet {
    private static final int LEGEND = 46;
    private static final int HEAD = 54;
    private static final int FOOT = 44;
    /** As high as a page of A4 across, with the margins of the style below, when it is as wide as the sheet. */
    private static final int PAGE = Columns.WIDTH * 194 / 269;

    private static final String STYLE = """
            <style>
            text { font-family: Arial, Helvetica, sans-serif; fill: #0f172a; }
            .h1 { font-size: 20px; font-weight: bold; } .h2 { font-size: 16px; font-weight: bold; }
            .t { font-size: 13px; font-weight: bold; } .s { font-size: 12px; } .c { font-size: 12px; fill: #475569; }
            .tag { font-size: 11px; font-weight: bold; fill: #ffffff; } .tagbox { fill: #9d174d; }
            .phi { fill: #fdf2f8; stroke: #9d174d; stroke-width: 2.5; } .model { fill: #eef2ff; stroke: #3730a3; stroke-width: 2; stroke-dasharray: 7 3; }
            .plain { fill: #f8fafc; stroke: #64748b; stroke-width: 1; }
            .rule { stroke: #cbd5e1; stroke-width: 1; fill: none; } .page { fill: #ffffff; }
            .hot { fill: none; stroke: #9d174d; stroke-width: 1.4; } .cold { fill: none; stroke: #64748b; stroke-width: 1.2; }
            .copy { fill: none; stroke: #9d174d; stroke-width: 1.4; stroke-dasharray: 3 3; }
            .hotend { fill: #9d174d; } .coldend { fill: #64748b; }
            @page { size: A4 landscape; margin: 8mm 14mm; }
            </style>
            """;
    private static final String ENDS = """
            <defs>
            <marker id="hot-end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" class="hotend"/></marker>
            <marker id="cold-end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" class="coldend"/></marker>
            <marker id="copy-end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" class="hotend"/></marker>
            </defs>
            """;

    private final List<Picture> pictures;
    private final List<String> nothing;
    private final Svg svg = new Svg();

    Sheet(List<Picture> pictures, List<String> nothing) {
        this.pictures = pictures;
        this.nothing = nothing;
    }

    String svg() {
        var tops = tops();
        var height = pictures.isEmpty()
                ? LEGEND + 24 + 16 * nothing.size()
                : tops.get(tops.size() - 1) + height(pictures.get(pictures.size() - 1));
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + Columns.WIDTH + " " + height
                + "\" width=\"" + Columns.WIDTH + "\" height=\"" + height + "\" role=\"img\""
                + " aria-labelledby=\"flow-title flow-text\">");
        svg.raw("<title id=\"flow-title\">Flow of PHI</title>");
        svg.raw("<desc id=\"flow-text\">" + Words.xml(description()) + "</desc>");
        svg.raw(STYLE.strip()).raw(ENDS.strip());
        svg.raw("<rect width=\"100%\" height=\"100%\" class=\"page\"/>");
        svg.text(20, 32, "h1", "Flow of PHI");
        if (pictures.isEmpty()) {
            words(nothing, LEGEND + 20);
        } else {
            legend();
            draw(tops);
        }
        return svg.raw("</svg>").toString();
    }

    /** A picture that fits on a page is not cut by its end. */
    private List<Integer> tops() {
        var tops = new ArrayList<Integer>();
        var y = LEGEND;
        for (var picture : pictures) {
            var height = height(picture);
            var left = PAGE - y % PAGE;
            y += !tops.isEmpty() && height > left && height <= PAGE ? left : 0;
            tops.add(y);
            y += height;
        }
        return tops;
    }

    private static int height(Picture picture) {
        return HEAD + new Columns(picture).height() + FOOT;
    }

    private void draw(List<Integer> tops) {
        for (var i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            var y = tops.get(i);
            svg.raw("<path d=\"M20 " + y + "H" + (Columns.WIDTH - 20) + "\" class=\"rule\"/>");
            svg.text(20, y + 24, "h2", Words.shorten(picture.title(), 130));
            heads(y + 44);
            var columns = new Columns(picture);
            new Drawing(picture, columns, svg).at(y + HEAD);
            words(picture.notes(), y + HEAD + columns.height() + 20);
        }
    }

    private void heads(int y) {
        var titles = List.of("Who starts it", "Where it comes in", "Who handles it", "Where PHI lies or goes");
        for (var i = 0; i < titles.size(); i++) {
            svg.text(Columns.left(i), y, "c", titles.get(i));
        }
    }

    private void legend() {
        svg.rectangle(180, 18, 26, 16, "phi").text(212, 31, "s", "stores or carries PHI");
        svg.rectangle(358, 18, 26, 16, "model").text(390, 31, "s", "a model that is given PHI");
        svg.rectangle(556, 18, 26, 16, "plain").text(588, 31, "s", "leads to PHI or may touch it");
        svg.way(780, 26, 812, 26, "cold").text(818, 31, "s", "starts");
        svg.way(880, 26, 912, 26, "hot").text(918, 31, "s", "policies allow it");
        svg.raw("<path d=\"M1040 26H1072\" class=\"copy\" marker-end=\"url(#copy-end)\"/>")
                .text(1078, 31, "s", "is copied to");
    }

    private void words(List<String> sentences, int y) {
        for (var i = 0; i < sentences.size(); i++) {
            svg.text(20, y + 16 * i, "c", sentences.get(i));
        }
    }

    private String description() {
        return pictures.isEmpty()
                ? String.join(" ", nothing)
                : pictures.stream().map(Sheet::description).collect(Collectors.joining(" "));
    }

    private static String description(Picture picture) {
        return picture.title() + ": "
                + picture.boxes().stream()
                        .map(box -> box.title()
                                + box.rows().stream().map(Box.Row::text).collect(Collectors.joining("; ", " (", ")")))
                        .collect(Collectors.joining(", "))
                        .replace(" ()", "")
                + ". " + String.join(" ", picture.notes());
    }
}
