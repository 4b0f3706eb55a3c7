package io.cordon.runtime.privacy;

import io.cordon.runtime.provisioning.Refused;
import java.util.Optional;

/** Whether calls of models are written down, with prompts and answers. */
interface InvocationLogging {
    /** What is written now; nothing if logging is off. */
    Optional<LogDelivery> current();

    /**
     * Turns it off; asked twice, it is off.
     *
     * @throws Refused if that is not allowed
     */
    void stop();

    /**
     * Has it written so, and not otherwise.
     *
     * @throws Refused if that is not allowed, or Bedrock cannot write there
     */
    void deliver(LogDelivery delivery);
}
