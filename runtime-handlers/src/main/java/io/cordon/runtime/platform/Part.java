package io.cordon.runtime.platform;

/**
 * A dimension of a metric and its value. Each value is a metric of its own, which costs money and never goes away, so
 * only what has few values can be one.
 */
public record Part(String dimension, String value) {
    /** Why it happened. */
    public static Part cause(Enum<?> cause) {
        return new Part("Cause", cause.name());
    }

    /** To what kind of thing it happened. */
    public static Part kind(Enum<?> kind) {
        return new Part("Kind", kind.name());
    }

    /** What came of it. */
    public static Part outcome(Enum<?> outcome) {
        return new Part("Outcome", outcome.name());
    }

    /** Whose sign-in it is about. */
    public static Part provider(Enum<?> provider) {
        return new Part("Provider", provider.name());
    }

    /** With which model; its id is a setting of the function. */
    public static Part model(String id) {
        return new Part("Model", id);
    }
}
