package io.cordon.runtime.costs;

import java.util.Optional;

/** What models cost. */
@FunctionalInterface
public interface Prices {
    /** The price in force, which may be some minutes old; empty if nobody has priced the model. */
    Optional<Price> of(String model);
}
