package io.cordon.observe;

import io.cordon.examples.ObservabilityDashboardsExample;
import io.cordon.testing.CheckedApp;

/** A small system, watched from a stack of its own; built once, since it has all there is. */
final class WatchedApp {
    static final CheckedApp CHECKED = new CheckedApp();
    static final WatchedSystem BACKEND = new WatchedSystem(CHECKED.app, "Backend");
    static final ObservabilityDashboards WATCHED = new ObservabilityDashboards(
            CHECKED.stack, "Observability", it -> BACKEND.watchedBy(it).runbook("https://clinic.example/runbook"));
    static final ObservabilityDashboardsExample EXAMPLE = new ObservabilityDashboardsExample(
            CHECKED.app, "Example", WatchedSystem.inIreland(), BACKEND.upload, BACKEND.table.getTable());
    static final Drawn DRAWN = new Drawn(CHECKED.stack);

    private WatchedApp() {}
}
