package io.cordon.runtime.auth;

import io.cordon.runtime.identity.Provider;
import java.util.Optional;

/** Whom a provider has vouched for. The subject never changes; the address may, and is nobody's proof. */
record Identity(
        Provider provider,
        String subject,
        Optional<String> address,
        Optional<String> givenName,
        Optional<String> familyName) {
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
