package io.cordon.runtime.platform;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What Lambda calls around a snapshot (SnapStart): before it, a {@link Rehearsal}, within the time that a function has to
 * start; after it no connection is open and nothing that is kept grows old, only chance has to be renewed. See
 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda's guide</a>.
 */
final class Snapshot implements Resource {
    /** Held here: who is registered is remembered weakly. */
    static final Snapshot HOOK = new Snapshot();

    private static final int MOST_DRAWS = 64;

    private Snapshot() {}

    static void prepare() {
        Core.getGlobalContext().register(HOOK);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        Rehearsal.of(Env.POWERTOOLS_SERVICE_NAME.value()).perform();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The SDK asks this thread's generator how long to pause before it repeats a call, and every copy has the same:
        // copies that are throttled together would pause alike and come back together.
        ThreadLocalRandom.current()
                .longs(1 + new SecureRandom().nextInt(MOST_DRAWS))
                .forEach(draw -> {});
    }
}
