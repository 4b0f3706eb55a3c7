package io.cordon.runtime.people;

import java.util.Map;

/** Seals what names a person. */
public interface FieldCipher {
    /** Seals the fields of one item under a new key, so that none opens as another field or another person's. */
    Sealed seal(PersonId person, Map<Field, String> fields);

    /**
     * Opens them again.
     *
     * @throws BrokenSeal if they were sealed for another person or field, or changed since
     */
    Map<Field, String> open(PersonId person, Sealed sealed);
}
