package io.cordon.runtime.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who comes for the first time.
 *
 * @param email the mark of an address that the provider has verified
 * @param consents what they consented to, each kind with the version of its text
 */
public record NewPerson(
        PersonId id,
        External external,
        Optional<Mark> email,
        Sealed sealed,
        Map<String, String> consents,
        Instant at) {}
