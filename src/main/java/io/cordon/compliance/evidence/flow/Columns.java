package io.cordon.compliance.evidence.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where boxes stand: four columns, each as high as its boxes, all around one middle. */
final class Columns {
    static final int WIDTH = 1280;
    static final int GAP = 11;

    private static final List<Integer> LEFT = List.of(20, 200, 530, 912);
    private static final List<Integer> WIDTHS = List.of(130, 270, 288, 318);

    private final Map<String, Integer> tops = new HashMap<>();
    private final int height;

    Columns(Picture picture) {
        this.height = LEFT.stream()
                .map(LEFT::indexOf)
                .mapToInt(it -> height(picture.column(it)))
                .max()
                .orElse(0);
        for (var column = 0; column < LEFT.size(); column++) {
            var boxes = picture.column(column);
            var y = (height - height(boxes)) / 2;
            for (var box : boxes) {
                tops.put(box.id(), y);
                y += box.height() + GAP;
            }
        }
    }

    static int width(int column) {
        return WIDTHS.get(column);
    }

    static int left(int column) {
        return LEFT.get(column);
    }

    /** How many letters of the small type fit into a box. */
    static int letters(int column) {
        return (int) ((width(column) - 20) / 5.9);
    }

    int height() {
        return height;
    }

    int top(Box box) {
        return tops.getOrDefault(box.id(), 0);
    }

    private static int height(List<Box> boxes) {
        return boxes.stream().mapToInt(it -> it.height() + GAP).sum() - (boxes.isEmpty() ? 0 : GAP);
    }
}
