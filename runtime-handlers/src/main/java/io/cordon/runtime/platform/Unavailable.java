package io.cordon.runtime.platform;

/** AWS did not do what it was asked for; trying again later may help. */
public final class Unavailable extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    /** With a reason that holds no data: an error code of AWS or the name of an exception. */
    public Unavailable(String reason) {
        super(reason);
    }
}
