package io.cordon.ai;

import io.cordon.policies.ModelPolicy;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A foundation model that may see PHI, as of the day of its catalog.
 *
 * @param policy all that the model list says of it
 * @param warning what to know before taking it, empty if there is nothing
 */
public record Model(ModelPolicy policy, String warning) {
    /** Returns the id of the model, without a geography. */
    public String id() {
        return policy.id();
    }

    /**
     * Returns how the model is called in a geography.
     *
     * @param geography its id, such as {@code eu}
     * @throws IllegalArgumentException if the model has no inference profile there
     */
    public ModelProfile in(String geography) {
        var profile = policy.profiles().get(geography);
        if (profile == null) {
            throw new IllegalArgumentException(hasNoProfileIn(geography));
        }
        return new ModelProfile(this, geography, profile.id(), profile.destinations());
    }

    boolean isIn(String geography) {
        return policy.profiles().containsKey(geography);
    }

    String hasNoProfileIn(String geography) {
        return "model: " + id() + "; it has profiles in "
                + new TreeSet<>(policy.profiles().keySet()) + " and none in "
                + geography + ", and a request must not leave that; take "
                + Objects.requireNonNull(ModelCatalog.suggestionIn(geography));
    }
}
