package io.cordon.runtime.phi;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** All that one function can be made to do, with a person's words wherever somebody can put words. */
interface Scene {
    /** Plays it, and keeps what was said. */
    void play(Person person, Evidence evidence);

    /** What the log says of each way in which the function can end, all of which a play has to reach. */
    Set<String> reaches();

    /** The log's words for these statuses. */
    static Set<String> statuses(int... codes) {
        return Arrays.stream(codes).mapToObj(code -> "\"status\":" + code).collect(Collectors.toSet());
    }
}
