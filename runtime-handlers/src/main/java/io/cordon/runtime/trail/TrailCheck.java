package io.cordon.runtime.trail;

import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.provisioning.Change;
import io.cordon.runtime.provisioning.Provisioner;
import io.cordon.runtime.provisioning.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks a trail: how it is set and doing at each deployment, and every day what it delivered as well.
 *
 * @param expected what its stack says of it
 * @param bucket where the trail is meant to deliver
 * @param patience how long a deployment waits for an error to pass with the next delivery
 */
record TrailCheck(
        Trails trails,
        TrailExpectation expected,
        DigestChain chain,
        String bucket,
        Meter meter,
        Clock clock,
        Duration patience,
        Pause pause)
        implements Provisioner {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    /** One more would say no more, and so many fit into one line of the log. */
    static final int MOST_NAMED = 100;

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration time);
    }

    /**
     * Refuses a trail that does not record. Just after its creation nothing is delivered yet: what counts is that nothing
     * has failed. CloudTrail keeps an error until the next delivery, so the deployment that mends it has to wait for one.
     */
    @Override
    public void provision(Change change) {
        Instant end = earlier(change.until(), clock.instant().plus(patience));
        List<TrailFault> faults = faults();
        while (passing(faults) && clock.instant().plus(BETWEEN_LOOKS).isBefore(end)) {
            pause.take(BETWEEN_LOOKS);
            faults = faults();
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults.stream().map(TrailFault::sentence).collect(Collectors.joining(" ")));
        }
        if (change.first()) {
            meter.count(Metric.TRAIL_VERIFIED); // the first beat: an alarm on silence must not begin with one
        }
    }

    /** What is wrong with the trail and what it delivered; counts each, or that nothing is. */
    List<String> daily(Instant until) {
        Trail trail = trails.trail();
        TrailState state = trails.state();
        List<String> problems = new ArrayList<>();
        faults(trail, state).forEach(fault -> problems.add(fault.sentence()));
        problems.addAll(chain.problems(trail, state, until));
        problems.stream().limit(MOST_NAMED).forEach(problem -> meter.count(Metric.TRAIL_PROBLEMS));
        if (problems.isEmpty()) {
            meter.count(Metric.TRAIL_VERIFIED);
        }
        return problems;
    }

    private List<TrailFault> faults() {
        return faults(trails.trail(), trails.state());
    }

    private List<TrailFault> faults(Trail trail, TrailState state) {
        List<TrailFault> faults = new ArrayList<>(TrailFault.of(trail, state, bucket));
        if (!expected.none()) {
            faults.addAll(expected.faults(trail.name(), trails.settings()));
        }
        return faults;
    }

    private static boolean passing(List<TrailFault> faults) {
        return !faults.isEmpty() && faults.stream().allMatch(TrailFault::passing);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
