package io.cordon.runtime.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    /** What the JDK's generator (from 17 on) adds to its state with each draw by this thread. */
    private final long step = 0x9e3779b97f4a7c15L + (Thread.currentThread().getId() << 1);

    @Test
    void letsCopiesThatWakeFromOneSnapshotDrawDifferently() {
        Set<Long> draws = new HashSet<>();
        for (int copy = 0; copy < 100; copy++) {
            long before = state(ThreadLocalRandom.current().nextLong());
            Snapshot.HOOK.afterRestore(Core.getGlobalContext());
            draws.add((state(ThreadLocalRandom.current().nextLong()) - before) * inverse(step) - 1);
        }

        assertThat(draws)
                .hasSizeGreaterThan(20)
                .allSatisfy(step -> assertThat(step).isBetween(1L, 64L));
    }

    /** The state that this number was made of: the JDK mixes it in a way that can be undone. */
    private static long state(long drawn) {
        long mixed = (drawn ^ (drawn >>> 33)) * inverse(0xc4ceb9fe1a85ec53L);
        mixed = (mixed ^ (mixed >>> 33)) * inverse(0xff51afd7ed558ccdL);
        return mixed ^ (mixed >>> 33);
    }

    /** Of an odd number, modulo 2^64, by Newton's method. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
