package io.cordon.runtime.people;

/** What names a person, and is never written in the clear. */
public enum Field {
    EMAIL("email"),
    GIVEN_NAME("givenName"),
    FAMILY_NAME("familyName");

    private final String attribute;

    Field(String attribute) {
        this.attribute = attribute;
    }

    /** Its name in items, and in what its ciphertext is bound to. */
    public String attribute() {
        return attribute;
    }
}
