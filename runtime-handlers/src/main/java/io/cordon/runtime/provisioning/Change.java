package io.cordon.runtime.provisioning;

import java.time.Instant;
import java.util.Map;

/**
 * What CloudFormation wants to be made, changed or removed.
 *
 * @param first whether it is made for the first time
 * @param properties what the template says, every number and truth value as a text
 * @param until when the work must be done, so that there is time to answer
 */
public record Change(boolean first, Map<String, Object> properties, Instant until) {}
