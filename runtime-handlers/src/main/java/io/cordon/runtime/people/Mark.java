package io.cordon.runtime.people;

/** What a person is found by, turned into what nobody can turn back. Written after the version of its key. */
public record Mark(String version, String hmac) {
    /** As keys of items hold it. */
    public String text() {
        return version + "#" + hmac;
    }
}
