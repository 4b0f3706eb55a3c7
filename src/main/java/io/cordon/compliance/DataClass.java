package io.cordon.compliance;

import java.util.Locale;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Tags;
import software.constructs.IConstruct;

/**
 * What kind of data a store, queue, topic, log group or function holds.
 *
 * <p>It is written as the tag {@value #TAG}, so rules and evidence read it from the template of any CDK app. What
 * carries no class is reported as <em>not evaluated</em>, never as passed.
 */
public enum DataClass {
    /** Protected health information, or what points to one person's use of a health service. */
    PHI,
    /** Records of who did what: trails, access logs, flow logs. */
    AUDIT,
    /** What runs the application and names no person. */
    APPLICATION,
    /** What anybody may read. */
    PUBLIC;

    /** The key of the tag. */
    public static final String TAG = "cordon:data-class";

    /** The context key without which no store of PHI is deleted, whatever its settings say. */
    public static final String ALLOW_DELETION = "cordon:allowPhiDeletion";

    /** Returns the value of the tag: the name in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether a store of PHI goes with its stack: it takes two keys, a setting and the context
     * {@value #ALLOW_DELETION} for one run. With the setting alone the store is kept and a warning says how to mean it.
     */
    public static boolean mayDelete(IConstruct store, boolean destroyable) {
        var allowed = "true".equals(String.valueOf(store.getNode().tryGetContext(ALLOW_DELETION)));
        if (destroyable && !allowed) {
            Annotations.of(store)
                    .addWarningV2(
                            "cordon:PhiStoreKept",
                            "destroyable is set but the store is kept; to mean it, set the context " + ALLOW_DELETION
                                    + "=true too");
        }
        return destroyable && allowed;
    }

    /** Starts a statement about what {@code construct} and everything below it holds: {@code DataClass.of(x).phi()}. */
    public static Marking of(IConstruct construct) {
        return new Marking(construct);
    }

    /** A construct whose data class is about to be stated; the statement nearest to a resource wins. */
    public static final class Marking {
        private final IConstruct construct;

        private Marking(IConstruct construct) {
            this.construct = construct;
        }

        /** Holds protected health information. */
        public void phi() {
            is(PHI);
        }

        /** Holds records of who did what. */
        public void audit() {
            is(AUDIT);
        }

        /** Holds what runs the application and names no person. */
        public void application() {
            is(APPLICATION);
        }

        /** Holds what anybody may read. */
        public void publicData() {
            is(PUBLIC);
        }

        /** Holds data of {@code dataClass}. */
        public void is(DataClass dataClass) {
            Tags.of(construct).add(TAG, dataClass.tag());
        }
    }
}
