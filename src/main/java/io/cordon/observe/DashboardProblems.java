package io.cordon.observe;

import io.cordon.observe.monitors.Signal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** What is wrong with what {@link ObservabilityDashboards} are told. */
final class DashboardProblems {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 40;

    private final ObservabilityDashboardsProps.Builder told;
    private final List<String> problems = new ArrayList<>();

    DashboardProblems(ObservabilityDashboardsProps.Builder told) {
        this.told = told;
    }

    List<String> all() {
        var runbook = told.runbook;
        named("system", told.system);
        named("stage", told.stage);
        if (told.monitors.isEmpty()) {
            problems.add("watch: nothing; an empty dashboard says that all is well; watch something");
        }
        if (runbook != null && !Token.isUnresolved(runbook) && !runbook.matches("https://[^\\s()<>]{1,250}")) {
            problems.add(
                    "runbook: " + runbook + "; an https address of at most 258 characters; give one or leave it out");
        }
        twice();
        unheard();
        return problems;
    }

    private void named(String property, String value) {
        if (value.length() > LONGEST_NAME || !NAME.matcher(value).matches()) {
            problems.add(property + ": '" + value + "'; a letter, then small letters, digits and single hyphens, at"
                    + " most " + LONGEST_NAME + "; every alarm and dashboard is named by it");
        }
    }

    private void twice() {
        var seen = new HashSet<String>();
        told.monitors.stream()
                .flatMap(monitor -> monitor.signals().stream())
                .map(Signal::name)
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> problems.add("watch: two alarms are called " + name + "; a name is an alarm's"
                        + " identity; watch once, or give one a title of its own by its monitor's constructor"));
    }

    private void unheard() {
        var topics = told.topics;
        if (topics == null) {
            return;
        }
        var there = topics.getTopics();
        told.monitors.stream()
                .flatMap(monitor -> monitor.signals().stream())
                .map(Signal::severity)
                .filter(severity -> !there.containsKey(severity))
                .distinct()
                .sorted()
                .forEach(severity -> problems.add(
                        "topics: none for " + severity + ", which an alarm has; nobody would hear it; add the topic"));
    }
}
