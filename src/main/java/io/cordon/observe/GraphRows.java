package io.cordon.observe;

import io.cordon.observe.monitors.Graph;
import io.cordon.observe.monitors.Monitor;
import io.cordon.observe.monitors.Page;
import io.cordon.observe.monitors.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Color;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;

/** Graphs side by side: each row is as wide as the page and as high as the others. */
final class GraphRows {
    /** CloudWatch divides a page into so many. */
    static final int COLUMNS = 24;

    static final int MOST_IN_A_ROW = 4;
    private static final int HEIGHT = 6;

    private final Page page;

    GraphRows(Page page) {
        this.page = page;
    }

    /** Several graphs of one group have rows of their own, the others share: no row is left half empty. */
    List<List<GraphWidget>> of(List<Monitor> monitors) {
        var rows = new ArrayList<List<GraphWidget>>();
        var single = new ArrayList<Titled>();
        monitors.stream().flatMap(this::groups).forEach(graphs -> {
            if (graphs.size() == 1) {
                single.addAll(graphs);
            } else {
                rows.addAll(cut(graphs));
            }
        });
        rows.addAll(cut(single));
        return rows;
    }

    private Stream<List<Titled>> groups(Monitor monitor) {
        return monitor.graphs().stream()
                .filter(graph -> graph.page() == page)
                .map(graph -> new Titled(monitor.title(), graph))
                .collect(Collectors.groupingBy(it -> it.graph().group(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    /** As evenly as they go: five are two and three, and none is alone in a row that others fill. */
    private static List<List<GraphWidget>> cut(List<Titled> graphs) {
        var rows = new ArrayList<List<GraphWidget>>();
        var count = (graphs.size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
        for (var row = 0; row < count; row++) {
            var some = graphs.subList(row * graphs.size() / count, (row + 1) * graphs.size() / count);
            rows.add(some.stream().map(it -> it.widget(COLUMNS / some.size())).toList());
        }
        return rows;
    }

    /** A graph of the thing that has this title. */
    private record Titled(String title, Graph graph) {
        GraphWidget widget(int width) {
            var widget = graph.parts() ? GraphWidget.Builder.create().stacked(true) : GraphWidget.Builder.create();
            return widget.title(title + ": " + graph.title())
                    .left(graph.metrics())
                    .leftAnnotations(
                            graph.signals().stream().map(GraphRows::line).toList())
                    .leftYAxis(YAxisProps.builder()
                            .label(graph.unit())
                            .showUnits(false)
                            .min(0)
                            .build())
                    .width(width)
                    .height(HEIGHT)
                    .build();
        }
    }

    private static HorizontalAnnotation line(Signal signal) {
        return HorizontalAnnotation.builder()
                .value(signal.threshold())
                .label(signal.name())
                .color(Color.RED)
                .build();
    }
}
