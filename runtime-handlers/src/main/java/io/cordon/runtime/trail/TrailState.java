package io.cordon.runtime.trail;

import java.time.Instant;
import java.util.Optional;

/**
 * How a trail is doing.
 *
 * @param logging whether it records now
 * @param since when it last began to record
 * @param stopped when it was last stopped, if ever
 * @param logError why the last log file was not delivered
 * @param digestError why the last digest was not delivered
 * @param groupError why the last events did not reach CloudWatch Logs
 */
record TrailState(
        boolean logging,
        Optional<Instant> since,
        Optional<Instant> stopped,
        Optional<String> logError,
        Optional<String> digestError,
        Optional<String> groupError) {}
