package io.cordon.runtime.authorizer;

import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** The public halves of the signing keys. */
@FunctionalInterface
interface PublicKeys {
    /**
     * The public half of this key; nothing if the key is switched off or gone, and its tokens with it.
     *
     * @throws Outage if that cannot be found out
     */
    Optional<ECPublicKey> find(String key);
}
