package io.cordon.runtime.people;

import java.util.List;

/** Somebody at a provider of sign-ins: the marks of all keys, the first one written. */
public record External(String provider, List<Mark> marks) {
    /** The partition keys that it may lie under. */
    List<String> partitions() {
        return marks.stream()
                .map(mark -> "EXTERNAL#" + provider + "#" + mark.text())
                .toList();
    }
}
