package io.cordon.observe;

import io.cordon.observe.monitors.Graph;
import io.cordon.observe.monitors.Monitor;
import io.cordon.observe.monitors.Page;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidgetBackground;
import software.constructs.Construct;

/** One dashboard: what the reader sees, what is red, then a heading for each kind of thing and rows of graphs. */
final class DashboardPage {

    /** CloudWatch shows no more in one widget. */
    private static final int MOST_ALARMS = 100;

    private final Page page;
    private final ObservabilityDashboardsProps props;
    private final Map<Signal, Alarm> alarms;

    DashboardPage(Page page, ObservabilityDashboardsProps props, Map<Signal, Alarm> alarms) {
        this.page = page;
        this.props = props;
        this.alarms = alarms;
    }

    Dashboard in(Construct scope) {
        var name = page.name().toLowerCase(Locale.ROOT);
        var dashboard = Dashboard.Builder.create(scope, page.name().charAt(0) + name.substring(1))
                .dashboardName(props.prefix + "-" + name)
                .start(page == Page.EXECUTIVE ? "-P7D" : "-PT8H")
                .build();
        dashboard.addWidgets(header(name));
        red(dashboard);
        byKind().forEach((kind, monitors) -> {
            dashboard.addWidgets(heading(kind));
            new GraphRows(page).of(monitors).forEach(row -> dashboard.addWidgets(row.toArray(IWidget[]::new)));
        });
        return dashboard;
    }

    private TextWidget header(String name) {
        var hint = props.runbook == null
                ? "Each alarm says what happened and what to do."
                : "[What to do when something is red](" + props.runbook + ")";
        return TextWidget.Builder.create()
                .markdown("# " + props.prefix + ": " + name + "\n" + shows() + "\n\n" + hint)
                .width(GraphRows.COLUMNS)
                .height(3)
                .build();
    }

    /** The alarms whose signals this page shows; the executive page shows those that hurt people. */
    private void red(Dashboard dashboard) {
        var shown = alarms.entrySet().stream()
                .filter(entry -> page == Page.EXECUTIVE
                        ? entry.getKey().severity() == Severity.CRITICAL
                        : entry.getKey().page() == page)
                .map(Map.Entry::getValue)
                .toList();
        for (var from = 0; from < shown.size(); from += MOST_ALARMS) {
            var some = shown.subList(from, Math.min(from + MOST_ALARMS, shown.size()));
            dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                    .title("Alarms")
                    .alarms(some)
                    .width(GraphRows.COLUMNS)
                    .height(2 + (some.size() + GraphRows.MOST_IN_A_ROW - 1) / GraphRows.MOST_IN_A_ROW)
                    .build());
        }
    }

    private Map<String, List<Monitor>> byKind() {
        Map<String, List<Monitor>> kinds = new LinkedHashMap<>();
        props.monitors.stream()
                .filter(monitor -> onThisPage(monitor).findAny().isPresent())
                .forEach(monitor -> kinds.computeIfAbsent(monitor.kind(), it -> new ArrayList<>())
                        .add(monitor));
        return kinds;
    }

    private static TextWidget heading(String kind) {
        return TextWidget.Builder.create()
                .markdown("## " + kind)
                .background(TextWidgetBackground.TRANSPARENT)
                .width(GraphRows.COLUMNS)
                .height(1)
                .build();
    }

    private Stream<Graph> onThisPage(Monitor monitor) {
        return monitor.graphs().stream().filter(graph -> graph.page() == page);
    }

    private String shows() {
        return switch (page) {
            case EXECUTIVE ->
                "What the system is used for and what that costs, hour by hour for a week. Cost is tokens at"
                        + " the prices of the cost table: the bill decides. No person is named.";
            case OPERATIONS -> "How the parts are right now. A red line is the value at which somebody is told.";
            case SECURITY -> "Who was turned away and what was lost. Silence is good news, but for a heartbeat.";
        };
    }
}
