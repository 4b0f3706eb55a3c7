package io.cordon.runtime.identity;

import java.util.Optional;

/** Where keys are kept for those who verify tokens. */
public interface KeyShelf {
    /** The keys that count. */
    Optional<StoredKeys> find(Provider provider);

    /** Puts keys in the place of the ones that they were compared with; fails if others are there by now. */
    void replace(Provider provider, Optional<StoredKeys> before, StoredKeys after);
}
