package io.cordon.runtime.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The digests of the last day and two hours: each signed, each naming the one before it, none missing, and each log file
 * as it was when its digest was signed. Two daily runs overlap by two hours, so that no link is left out.
 */
final class DigestChain {
    private static final Duration LOOK_BACK = Duration.ofHours(26);
    /** A new trail delivers its first digest within about an hour. */
    private static final Duration YOUNG = Duration.ofHours(2);
    /** The last digest ends up to an hour ago, and comes some time after its end. */
    private static final Duration LATE = Duration.ofHours(3);

    private final TrailFiles files;
    private final SigningKeys keys;
    private final Clock clock;

    DigestChain(TrailFiles files, SigningKeys keys, Clock clock) {
        this.files = files;
        this.keys = keys;
        this.clock = clock;
    }

    /** All that is wrong, each in a sentence that names keys and no content. */
    List<String> problems(Trail trail, TrailState state, Instant until) {
        Instant now = clock.instant();
        List<String> problems = new ArrayList<>();
        stopped(trail, state, now.minus(LOOK_BACK), problems);
        DigestKeys found = DigestKeys.between(trail, files, now.minus(LOOK_BACK), now);
        if (found.chain().isEmpty()) {
            if (state.since().isEmpty() || state.since().get().isBefore(now.minus(YOUNG))) {
                problems.add("Trail " + trail.name() + " has delivered no digest in 26 hours.");
            }
            return problems;
        }
        new DigestWalk(trail, files, keys, clock, until, problems).over(found, state);
        String last = found.chain().get(found.chain().size() - 1);
        if (DigestKeys.end(last).isBefore(now.minus(LATE))) {
            problems.add("No digest follows " + last + "; the next ones are missing.");
        }
        return problems;
    }

    private static void stopped(Trail trail, TrailState state, Instant from, List<String> problems) {
        state.stopped()
                .filter(time -> state.logging() && time.isAfter(from))
                .ifPresent(time -> problems.add("Trail " + trail.name() + " was stopped at " + time
                        + " and started again; what happened between is not recorded."));
    }
}
