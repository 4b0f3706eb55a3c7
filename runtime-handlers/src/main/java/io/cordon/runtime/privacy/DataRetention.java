package io.cordon.runtime.privacy;

import io.cordon.runtime.provisioning.Refused;

/** What Bedrock itself may keep of prompts and answers, for itself or for a model's provider. */
interface DataRetention {
    /** Nothing. */
    String NONE = "none";

    /** The mode now, in Bedrock's word for it. */
    String mode();

    /**
     * Has nothing kept.
     *
     * @throws Refused if that is not allowed, or Bedrock does not offer it here
     */
    void keepNothing();
}
