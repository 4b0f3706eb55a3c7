package io.cordon.runtime.trail;

import java.util.Map;

/** Knows the trail that is checked. */
interface Trails {
    /** How it is set. */
    Trail trail();

    /** All of its settings and selectors, in CloudTrail's own words. */
    Map<String, Object> settings();

    /** How it is doing. */
    TrailState state();
}
