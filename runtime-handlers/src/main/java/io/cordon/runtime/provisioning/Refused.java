package io.cordon.runtime.provisioning;

import io.cordon.runtime.platform.RequestLog;

/** What was asked for cannot be made; CloudFormation shows the reason and undoes the change. */
public final class Refused extends RuntimeException implements RequestLog.Harmless {
    private static final long serialVersionUID = 1L;

    /** With one or more sentences that say what is wrong and how to mend it, and quote no data. */
    public Refused(String reason) {
        super(reason);
    }
}
