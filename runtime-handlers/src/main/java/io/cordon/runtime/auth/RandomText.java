package io.cordon.runtime.auth;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess. */
final class RandomText {
    private RandomText() {}

    /** So many random bits, a multiple of 8, in Base64 for URLs. */
    static String ofBits(int bits) {
        byte[] bytes = new byte[bits / 8];
        // Made for each use: a generator kept from start-up would be part of a SnapStart snapshot.
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
