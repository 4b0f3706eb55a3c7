package io.cordon.runtime.platform;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What Lambda calls around a snapshot (SnapStart): before it, a {@link Rehearsal}, within the time that a function has to
 * start; after it nothing, because no connection is open and nothing that is kept grows old. See
 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda's guide</a>.
 */
final class Snapshot implements Resource {
    /** Held here: who is registered is remembered weakly. */
    private static final Snapshot HOOK = new Snapshot();

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
        // Nothing to mend.
    }
}
