package io.cordon.runtime.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that keeps a trail from recording, in one sentence with its mend.
 *
 * @param sentence what is wrong, and how to mend it
 * @param passing whether it may be gone after the next delivery
 */
record TrailFault(String sentence, boolean passing) {
    /** All faults of a trail that is meant to deliver to {@code bucket}; none of them says that nothing arrived yet. */
    static List<TrailFault> of(Trail trail, TrailState state, String bucket) {
        List<TrailFault> faults = new ArrayList<>();
        if (!state.logging()) {
            faults.add(lasting(trail, "does not record; set IsLogging to true, or start it again."));
        }
        if (!trail.signed()) {
            faults.add(lasting(trail, "delivers no signed digests; set EnableLogFileValidation to true."));
        }
        if (!trail.bucket().equals(bucket)) {
            faults.add(
                    lasting(trail, "delivers to another bucket than the one that is watched; watch the trail's own."));
        }
        add(faults, trail, "log files", "the bucket and its key", state.logError());
        add(faults, trail, "digests", "the bucket and its key", state.digestError());
        add(faults, trail, "events to CloudWatch Logs", "the log group", state.groupError());
        return faults;
    }

    private static TrailFault lasting(Trail trail, String wrong) {
        return new TrailFault("Trail " + trail.name() + " " + wrong, false);
    }

    private static void add(List<TrailFault> faults, Trail trail, String what, String where, Optional<String> error) {
        error.filter(text -> !text.isBlank())
                .ifPresent(text -> faults.add(new TrailFault(
                        "Trail " + trail.name() + " could not deliver " + what + " (" + word(text)
                                + "); let CloudTrail write to " + where + ". The error stays until the next delivery.",
                        true)));
    }

    /** An error code, as AWS writes it first, and nothing that it may quote. */
    private static String word(String error) {
        String word = error.strip().replaceAll("(?s)[^A-Za-z0-9].*", "");
        return word.length() <= 80 ? word : word.substring(0, 80);
    }
}
