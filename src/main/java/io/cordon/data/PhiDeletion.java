package io.cordon.data;

import software.amazon.awscdk.Annotations;
import software.constructs.Construct;

/** The two keys without which no store of PHI is deleted: a setting, and a flag for one run. */
final class PhiDeletion {
    /** The context key that must be {@code true}. */
    static final String CONTEXT = "cordon:allowPhiDeletion";

    private PhiDeletion() {}

    /** Returns whether both keys say so; warns on {@code store} if only the setting does. */
    static boolean allowed(Construct store, boolean destroyable) {
        var flag = "true".equals(String.valueOf(store.getNode().tryGetContext(CONTEXT)));
        if (destroyable && !flag) {
            Annotations.of(store)
                    .addWarningV2(
                            "cordon:PhiStoreKept",
                            "destroyable is set but the store is kept; to mean it, set the context " + CONTEXT
                                    + "=true too");
        }
        return destroyable && flag;
    }
}
