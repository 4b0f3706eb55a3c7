package io.cordon.runtime.auth;

import io.cordon.runtime.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A session that is not over.
 *
 * @param secretHash the SHA-256 of the one secret that renews it
 * @param ends when it is over, however often it was renewed
 */
record Session(String id, PersonId person, String secretHash, Instant ends) {
    boolean isRenewedBy(RefreshToken token) {
        return MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII), token.hash().getBytes(StandardCharsets.US_ASCII));
    }
}
