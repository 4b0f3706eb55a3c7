package io.cordon.runtime.platform;

import java.time.Clock;

/** What time it is; before a snapshot a rehearsal sets it, because what it rehearses with was written down long ago. */
public final class Time {
    private static volatile Clock clock = Clock.systemUTC();

    private Time() {}

    /** The clock that functions go by. */
    public static Clock clock() {
        return clock;
    }

    static void goBy(Clock other) {
        clock = other;
    }
}
