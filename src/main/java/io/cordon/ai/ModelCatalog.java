package io.cordon.ai;

import io.cordon.policies.AsOf;
import io.cordon.policies.BedrockModels;
import io.cordon.policies.ModelPolicy;
import io.cordon.policies.ModelWarning;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.IConstruct;

/**
 * The models that may see PHI, as of a day: whoever asks for another gets a sentence that says why not and what instead.
 *
 * <p>A model is asked for by its id, never by that of an inference profile: the profile follows from the geography, so
 * that nobody can write one that leaves it.
 */
public final class ModelCatalog {
    private static final BedrockModels LIST = BedrockModels.current();

    private final LocalDate asOf;

    private ModelCatalog(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Returns the catalog of today, in UTC. */
    public static ModelCatalog current() {
        return at(AsOf.from(null));
    }

    /** Returns the catalog of a day. */
    public static ModelCatalog at(LocalDate asOf) {
        return new ModelCatalog(asOf);
    }

    /**
     * Returns the catalog of the day that the context {@code cordon:asOf} states, or of today.
     *
     * @throws IllegalArgumentException if that is no date
     */
    public static ModelCatalog of(IConstruct scope) {
        return at(AsOf.from(scope.getNode().tryGetContext(AsOf.CONTEXT)));
    }

    /**
     * Returns the model of an id.
     *
     * @throws IllegalArgumentException if it is unknown, has ended, keeps or shares what it is given, or is the id of an
     *     inference profile
     */
    public Model model(String id) {
        var problem = ModelRefusal.of(id, asOf);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return LIST.model(id).map(this::entry).orElseThrow();
    }

    /** Returns the model to take unless there is a reason for another; it has at least half a year left to live. */
    public Model defaultModel() {
        return model(LIST.defaultModel());
    }

    /**
     * Returns every model that answers in a geography.
     *
     * @param geography its id, such as {@code eu}
     * @throws IllegalArgumentException if the list knows no such geography
     */
    public List<Model> models(String geography) {
        regions(geography);
        return answering().filter(model -> model.isIn(geography)).toList();
    }

    /**
     * Returns the regions from which and to which a request may go in a geography.
     *
     * @throws IllegalArgumentException if the list knows no such geography
     */
    public List<String> regions(String geography) {
        return LIST.geography(geography)
                .map(BedrockModels.Geography::regions)
                .orElseThrow(() -> new IllegalArgumentException(ModelRefusal.ofGeography(geography)));
    }

    /** Returns the geography to take unless there is a reason for another. */
    public static String defaultGeography() {
        return LIST.defaultGeography();
    }

    /** All that is wrong with wanting {@code ids} in a geography, from a region that may be unknown. */
    List<String> problems(List<String> ids, String geography, String region) {
        if (LIST.geography(geography).isEmpty()) {
            return List.of(ModelRefusal.ofGeography(geography));
        }
        return Stream.concat(
                        ModelRefusal.ofRegion(region, geography).stream(),
                        ids.stream().flatMap(id -> problem(id, geography)))
                .toList();
    }

    /** A model to name when the wanted one is refused. */
    static String suggestionIn(String geography) {
        return LIST.model(LIST.defaultModel())
                .filter(model -> model.profiles().containsKey(geography))
                .or(() -> LIST.models().stream()
                        .filter(model -> model.profiles().containsKey(geography))
                        .findFirst())
                .map(ModelPolicy::id)
                .orElse(LIST.defaultModel() + " in " + LIST.defaultGeography());
    }

    private Stream<String> problem(String id, String geography) {
        var refused = ModelRefusal.of(id, asOf);
        return refused.isPresent()
                ? refused.stream()
                : Stream.of(model(id))
                        .filter(model -> !model.isIn(geography))
                        .map(model -> model.hasNoProfileIn(geography));
    }

    private Stream<Model> answering() {
        return LIST.models().stream()
                .filter(model -> !model.ends().isOver(asOf))
                .map(this::entry);
    }

    private Model entry(ModelPolicy policy) {
        return new Model(policy, ModelWarning.of(policy, asOf).orElse(""));
    }
}
