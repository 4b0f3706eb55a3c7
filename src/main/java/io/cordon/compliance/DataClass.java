package io.cordon.compliance;

import java.util.Locale;
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

    /** Returns the value of the tag: the name in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
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
