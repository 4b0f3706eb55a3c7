package io.cordon.compliance.evidence.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The order of boxes from top to bottom: each near the middle of what leads to it, so that few ways cross. */
final class Order {
    private static final int COLUMNS = 4;

    private final List<Box> boxes;
    private final List<Box> last;

    Order(List<Box> boxes, List<Box> last) {
        this.boxes = boxes;
        this.last = last;
    }

    List<Box> boxes() {
        var ordered = new ArrayList<Box>();
        var places = new HashMap<String, List<Double>>();
        for (var column = 0; column < COLUMNS; column++) {
            var here = column;
            var sorted = boxes.stream()
                    .filter(it -> it.column() == here)
                    .sorted(Comparator.comparing((Box it) -> it.look() == Box.Look.PLAIN && here > 1)
                            .thenComparingDouble(it -> middle(places, it))
                            .thenComparing(Box::title)
                            .thenComparing(Box::id))
                    .toList();
            ordered.addAll(sorted);
            note(sorted, places);
        }
        return Stream.concat(ordered.stream(), last.stream()).toList();
    }

    private static void note(List<Box> sorted, Map<String, List<Double>> places) {
        var row = 0;
        for (var box : sorted) {
            for (var way : box.rows()) {
                places.computeIfAbsent(way.to(), any -> new ArrayList<>()).add((double) row++);
            }
            row++;
        }
    }

    /** What nothing leads to stands last. */
    private static double middle(Map<String, List<Double>> places, Box box) {
        return places.getOrDefault(box.id(), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.MAX_VALUE);
    }
}
