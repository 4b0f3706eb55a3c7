package io.cordon.audit;

import io.cordon.policies.LimitPolicy;
import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Token;

/** What is wrong with the props of a trail, all at once. */
final class HipaaTrailProblems {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9!_.'()-]+(/[A-Za-z0-9!_.'()-]+)*");
    // CloudTrail: a name has 3 to 128 characters, a prefix up to 200.
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_PREFIX = 200;
    private static final int MOST_VALUES =
            LimitPolicy.current().advancedSelectorValues().value();

    private final HipaaTrailProps props;
    private final boolean describesBucket;
    private final List<String> problems = new ArrayList<>();

    /** {@code describesBucket} says whether somebody set what only a new bucket can be told. */
    HipaaTrailProblems(HipaaTrailProps props, boolean describesBucket) {
        this.props = props;
        this.describesBucket = describesBucket;
    }

    List<String> list() {
        checkName();
        checkEvents();
        checkBucket();
        checkPrefix();
        checkEnd();
        return problems;
    }

    private void checkName() {
        var name = props.trailName;
        if (name.isEmpty()) {
            problems.add("trailName: none; key and bucket let a trail in by its name; give it one");
        } else if (!Token.isUnresolved(name) && !isName(name)) {
            problems.add("trailName: " + name + "; 3 to 128 letters and digits with single . _ - between them, no IP"
                    + " address; write clinic-data");
        }
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && !ADDRESS.matcher(name).matches()
                && name.length() >= SHORTEST_NAME
                && name.length() <= LONGEST_NAME;
    }

    private void checkEvents() {
        if (!props.managementEvents && !props.hasDataEvents()) {
            problems.add(
                    "events: none; a trail must record something; call managementEvents() or dataEventsOf(stores)");
        }
        var values = TrailSelectors.values(props);
        if (values > MOST_VALUES) {
            problems.add("dataEventsOf: " + (props.buckets.size() + props.tables.size()) + " stores, " + values
                    + " selector values; CloudTrail takes " + MOST_VALUES + "; give some to a second trail");
        }
    }

    private void checkBucket() {
        if (props.bucket == null) {
            return;
        }
        var path = props.bucket.getNode().getPath();
        if (props.buckets.stream().anyMatch(store -> store.getNode().getPath().equals(path))) {
            problems.add("bucket: " + path + "; also in dataEventsOf, so each log file would be logged again, for ever;"
                    + " record into another bucket");
        }
        if (describesBucket) {
            problems.add(
                    "bucket: " + path + "; brings its own access logs and lock; leave out accessLogs and objectLock");
        }
    }

    private void checkPrefix() {
        var prefix = props.keyPrefix;
        if (prefix != null
                && !Token.isUnresolved(prefix)
                && (!PREFIX.matcher(prefix).matches() || prefix.length() > LONGEST_PREFIX)) {
            problems.add(
                    "keyPrefix: " + prefix + "; up to 200 letters, digits and ! _ . ' ( ) - between slashes, none at"
                            + " an end; write trails/clinic");
        }
    }

    private void checkEnd() {
        var least = RetentionPolicy.current().auditDays().value();
        var periods = RetentionPolicy.current().cloudWatchLogsDays().value().stream()
                .filter(days -> days >= least)
                .toList();
        var given = props.retention;
        if (given.isUnresolved() || periods.stream().noneMatch(days -> isDays(given, days))) {
            problems.add("retention: " + (given.isUnresolved() ? "a value unknown at synth" : given.toHumanString())
                    + "; one of " + periods.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + " days; raise it or leave it out");
        }
        if (props.removalPolicy == RemovalPolicy.SNAPSHOT) {
            problems.add("removalPolicy: SNAPSHOT; a trail has no snapshot; use RETAIN or DESTROY");
        }
    }

    private static boolean isDays(Duration period, int days) {
        return period.toMilliseconds().longValue()
                == Duration.days(days).toMilliseconds().longValue();
    }
}
