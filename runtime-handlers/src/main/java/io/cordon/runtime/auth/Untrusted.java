package io.cordon.runtime.auth;

/** An ID token is not good. */
final class Untrusted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was wrong: the dimension {@code Cause} of the metric; no caller learns it. */
    enum Fault {
        /** It is no token of three parts in strict JSON. */
        FORM,
        /** It is not under RS256, or asks for what we do not know. */
        ALGORITHM,
        /** Its key is none of the provider's. */
        KEY,
        /** The key did not sign it. */
        SIGNATURE,
        /** It is for others, from others, or says too little. */
        CLAIMS,
        /** Whoever sends it did not ask for it. */
        NONCE,
        /** It was good, or will be. */
        TIME
    }

    private final Fault fault;

    Untrusted(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
