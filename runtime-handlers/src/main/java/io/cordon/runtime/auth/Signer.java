package io.cordon.runtime.auth;

/** The private half of the key that signs access tokens. */
interface Signer {
    /** What tokens call the key. */
    String keyId();

    /** An ECDSA signature on P-256 over the SHA-256 of the content, in DER. */
    byte[] sign(byte[] content);
}
