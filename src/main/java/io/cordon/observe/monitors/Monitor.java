package io.cordon.observe.monitors;

import java.util.List;

/** What is worth seeing of one thing, and when somebody must be told. */
public interface Monitor {
    /** Returns the kind of thing, in the plural: the heading under which dashboards show it. */
    String kind();

    /** Returns what people call it. */
    String title();

    /** Returns its graphs, in the order of their importance. */
    List<Graph> graphs();

    /** Returns what raises an alarm. */
    List<Signal> signals();
}
