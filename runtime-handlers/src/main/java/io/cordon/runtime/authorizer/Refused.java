package io.cordon.runtime.authorizer;

/**
 * Ends a request with 401. API Gateway answers so to an error with exactly this message, and it keeps no error: a token
 * that is refused now is looked at again the next time.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was wrong: the dimension {@code Cause} of the metric, and all that leaves the function about it. */
    enum Fault {
        /** There is not exactly one bearer token. */
        HEADER,
        /** It is no token of three parts in strict JSON. */
        FORM,
        /** It is not an access token under ES256, or asks for what we do not know. */
        ALGORITHM,
        /** Its key is none of ours, or is switched off. */
        KEY,
        /** The key did not sign it. */
        SIGNATURE,
        /** It is for others, from others, for too long, or says too little. */
        CLAIMS,
        /** It was good. */
        EXPIRED
    }

    private final Fault fault;

    Refused(Fault fault) {
        super("Unauthorized", null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
