package io.cordon.runtime.trail;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/** The keys whose private halves sign digests. */
@FunctionalInterface
interface SigningKeys {
    /** The key of this fingerprint, if it was in use about that time. */
    Optional<PublicKey> find(String fingerprint, Instant about);
}
