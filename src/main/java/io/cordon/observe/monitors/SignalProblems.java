package io.cordon.observe.monitors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/** What is wrong with a signal, all at once. */
final class SignalProblems {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_DESCRIPTION = 700;
    private static final int LONGEST_WATCH_SECONDS = 7 * 86_400;

    private final SignalBuilder told;

    SignalProblems(SignalBuilder told) {
        this.told = told;
    }

    List<String> all() {
        var problems = new ArrayList<String>();
        var name = told.name;
        var threshold = told.threshold;
        var text = told.means + " " + told.mend;
        var metric = told.metric;
        if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            problems.add("name: " + name + "; at most " + LONGEST_NAME + " small letters, digits and hyphens; name what"
                    + " happened");
        }
        if (threshold == null || !Double.isFinite(threshold)) {
            problems.add("atLeast: " + threshold + "; a number in the metric's unit; give it or below(…)");
        }
        if (told.means.isBlank() || told.mend.isBlank() || text.length() > LONGEST_DESCRIPTION) {
            problems.add("means, mend: " + text.length() + " characters; a sentence each, together at" + " most "
                    + LONGEST_DESCRIPTION + "; say what happened and what to do");
        }
        if (metric == null) {
            problems.add("metric: none; an alarm needs one; give a metric that exists");
        } else {
            measured(metric, problems);
        }
        return problems;
    }

    private void measured(IMetric measured, List<String> problems) {
        problems.addAll(KnownMetrics.problems(List.of(measured)));
        if (MetricIdentity.in(measured).isEmpty()) {
            problems.add("metric: a search; CloudWatch raises no alarm on one; name the metric and its dimensions");
        }
        var period = periodSeconds(measured);
        if (told.periods < 1 || period * told.periods > LONGEST_WATCH_SECONDS) {
            problems.add("periods: " + told.periods + "; at least 1, and together at most seven days; ask for fewer");
        }
    }

    private static long periodSeconds(IMetric measured) {
        var config = measured.toMetricConfig();
        var stat = config.getMetricStat();
        if (stat != null) {
            return stat.getPeriod().toSeconds().longValue();
        }
        var expression = config.getMathExpression();
        return expression == null ? 0 : expression.getPeriod().longValue();
    }
}
