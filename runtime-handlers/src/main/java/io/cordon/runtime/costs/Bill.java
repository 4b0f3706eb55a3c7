package io.cordon.runtime.costs;

import java.util.Optional;

/**
 * What is known of a call after its reply.
 *
 * @param kind what the model worked on: an enum, because no free text may get into the table
 * @param milliseconds how long the call took, with all its attempts
 * @param charge what it cost; empty while nobody has priced the model
 */
public record Bill(Call call, Usage usage, Enum<?> kind, long milliseconds, Optional<Charge> charge) {}
