package io.cordon.runtime.identity;

/** Where keys come from. */
@FunctionalInterface
interface KeySource {
    /**
     * The keys that the provider publishes now.
     *
     * @throws Unusable if there are none to be had
     */
    KeySet fetch(Provider provider);
}
