package io.cordon.runtime.authorizer;

import io.cordon.runtime.platform.RequestLog;

/**
 * Ends a request with 500: nobody can say whether the token is good. Never a Deny, which API Gateway would keep for good
 * tokens after the outage.
 */
final class Outage extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    /** With a reason that holds no data: an error code of AWS or the name of an exception. */
    Outage(String reason) {
        super(reason, null, false, false);
    }
}
