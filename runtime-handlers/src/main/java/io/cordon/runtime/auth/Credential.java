package io.cordon.runtime.auth;

import io.cordon.runtime.identity.Provider;

/** What somebody proves who they are with, as it came. */
record Credential(Provider provider, String idToken, String nonce) {
    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
