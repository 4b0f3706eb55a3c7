package io.cordon.runtime.process;

import java.util.Optional;

/** The documents that arrived. */
interface Inputs {
    /**
     * The document's bytes; one more than {@code most} says that it has more.
     *
     * @return empty if it is gone
     */
    Optional<byte[]> read(Arrival arrival, int most);

    /** Deletes exactly this version; once it is gone, that changes nothing. */
    void delete(Arrival arrival);
}
