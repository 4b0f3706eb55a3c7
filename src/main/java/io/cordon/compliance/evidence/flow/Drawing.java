package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.flow.Box.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws one picture: ways first, boxes over them. */
final class Drawing {
    private static final int TAG = 36;

    private final Picture picture;
    private final Columns columns;
    private final Svg svg;
    private final Map<String, Box> boxes;

    Drawing(Picture picture, Columns columns, Svg svg) {
        this.picture = picture;
        this.columns = columns;
        this.svg = svg;
        this.boxes = picture.boxes().stream().collect(Collectors.toMap(Box::id, it -> it));
    }

    /** One way, from a row to the box where it ends. */
    private record Way(Box from, int row, Box to) {}

    void at(int y) {
        var arriving = new HashMap<String, List<Way>>();
        for (var box : picture.boxes()) {
            for (var i = 0; i < box.rows().size(); i++) {
                var to = boxes.get(box.rows().get(i).to());
                if (to != null) {
                    arriving.computeIfAbsent(to.id(), any -> new ArrayList<>()).add(new Way(box, i, to));
                }
            }
        }
        picture.boxes().stream()
                .map(it -> arriving.getOrDefault(it.id(), List.of()))
                .forEach(it -> ways(it, y));
        copies(y);
        picture.boxes().forEach(it -> box(it, y + columns.top(it)));
    }

    /** Ways arrive in the order in which they start, spread over the side of the box. */
    private void ways(List<Way> ways, int y) {
        var sorted = ways.stream()
                .sorted(Comparator.comparingInt(
                        it -> columns.top(it.from()) + it.from().row(it.row())))
                .toList();
        for (var i = 0; i < sorted.size(); i++) {
            var way = sorted.get(i);
            var from = way.from();
            var to = way.to();
            svg.way(
                    Columns.left(from.column()) + Columns.width(from.column()),
                    y + columns.top(from) + from.row(way.row()),
                    Columns.left(to.column()) - 2,
                    y + columns.top(to) + to.height() * (i + 1) / (sorted.size() + 1),
                    to.column() == 3 ? "hot" : "cold");
        }
    }

    private void copies(int y) {
        for (var copy : picture.copies()) {
            var from = boxes.get(copy.from());
            var to = boxes.get(copy.to());
            if (from != null && to != null) {
                svg.around(
                        Columns.left(3) + Columns.width(3),
                        y + columns.top(from) + from.height() / 2,
                        y + columns.top(to) + to.height() / 2,
                        40);
            }
        }
    }

    private void box(Box box, int y) {
        var x = Columns.left(box.column());
        var width = Columns.width(box.column());
        svg.raw("<g>").title(box.full());
        svg.rectangle(x, y, width, box.height(), box.look().name().toLowerCase(Locale.ROOT));
        svg.text(x + 10, y + 20, "t", box.title());
        if (box.look() != Look.PLAIN) {
            svg.rectangle(x + width - TAG - 8, y + 7, TAG, 16, "tagbox");
            svg.text(x + width - TAG - 1, y + 19, "tag", "PHI");
        }
        for (var i = 0; i < box.lines().size(); i++) {
            svg.text(x + 10, y + box.line(i), "c", box.lines().get(i));
        }
        for (var i = 0; i < box.rows().size(); i++) {
            svg.text(x + 10, y + box.row(i) + 4, "s", box.rows().get(i).text());
        }
        svg.raw("</g>");
    }
}
