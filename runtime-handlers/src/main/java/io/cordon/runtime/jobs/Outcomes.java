package io.cordon.runtime.jobs;

import java.util.Optional;

/** What exists of a job's document, and what came of it: JSON of at most {@link #LARGEST} bytes. */
public interface Outcomes extends Documents {
    /** One MiB: many times what the longest answer of a model takes, and well below the 6 MB that Lambda can answer. */
    int LARGEST = 1024 * 1024;

    /** What was found in the document; empty if nothing lies there. */
    Optional<byte[]> result(JobId id);

    /** The account of the failure; empty if nothing lies there. */
    Optional<byte[]> failure(JobId id);
}
