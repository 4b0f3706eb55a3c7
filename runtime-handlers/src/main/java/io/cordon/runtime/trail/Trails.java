package io.cordon.runtime.trail;

/** Knows the trail that is checked. */
interface Trails {
    /** How it is set. */
    Trail trail();

    /** How it is doing. */
    TrailState state();
}
