package io.cordon.runtime.people;

import java.security.SecureRandom;

/** Names a person in keys, tokens and logs: 32 lower-case base32 characters, 160 random bits, nothing about anybody. */
public record PersonId(String value) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** A new one. */
    public static PersonId random() {
        // Made for each use: a generator kept from start-up would be part of a SnapStart snapshot.
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder();
        random.ints(32, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
        return new PersonId(id.toString());
    }
}
