package io.cordon.ai;

import io.cordon.policies.BedrockModels;
import io.cordon.policies.ModelPolicy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Token;

/** Why a model, a geography or a region is refused, as a sentence with value, limit and mend. */
final class ModelRefusal {
    private static final BedrockModels LIST = BedrockModels.current();
    private static final int SHOWN = 3;

    private ModelRefusal() {}

    static Optional<String> of(String id, LocalDate asOf) {
        if (Boolean.TRUE.equals(Token.isUnresolved(id))) {
            return Optional.of("model: a token; must be known at synth, since policies name it; write the id");
        }
        return Stream.of(ended(id), withheld(id), over(id, asOf), profile(id), unknown(id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static String ofGeography(String geography) {
        return "geography: " + geography + "; one of "
                + LIST.geographies().stream()
                        .map(BedrockModels.Geography::id)
                        .sorted()
                        .toList()
                + "; a profile of another, or a global one, takes requests elsewhere";
    }

    static Optional<String> ofRegion(String region, String geography) {
        var regions = LIST.geography(geography).orElseThrow().regions();
        return Boolean.TRUE.equals(Token.isUnresolved(region)) || regions.contains(region)
                ? Optional.empty()
                : Optional.of("region: " + region + "; " + geography + " is " + regions
                        + "; deploy to one of these, or set the geography of the region");
    }

    private static Optional<String> ended(String id) {
        return LIST.ended().stream()
                .filter(model -> model.id().equals(id))
                .map(model -> "model: " + id + "; " + model.name() + " ended on " + model.on() + "; take "
                        + model.successor())
                .findFirst();
    }

    private static Optional<String> withheld(String id) {
        return LIST.withheld().stream()
                .filter(model -> model.id().equals(id))
                .map(model -> "model: " + id + "; " + model.name() + " keeps what it is given for "
                        + model.retainsDays() + " days"
                        + (model.sharesWithProvider() ? " and may share it with its provider" : "") + "; take "
                        + model.successor())
                .findFirst();
    }

    private static Optional<String> over(String id, LocalDate asOf) {
        return LIST.model(id)
                .filter(model -> model.ends().isOver(asOf))
                .map(model -> "model: " + id + "; " + model.name() + " ended on "
                        + model.ends().on() + ", and this is " + asOf + "; take " + LIST.successor(model));
    }

    private static Optional<String> profile(String id) {
        var dot = id.indexOf('.');
        var base = id.substring(dot + 1);
        return dot > 0 && isModel(base)
                ? Optional.of("model: " + id + "; an inference profile, and "
                        + (id.startsWith("global.")
                                ? "a global one leaves every geography"
                                : "which one is right follows from the geography")
                        + "; write " + base)
                : Optional.empty();
    }

    private static Optional<String> unknown(String id) {
        return LIST.model(id).isPresent()
                ? Optional.empty()
                : Optional.of("model: " + id + "; not in policies/bedrock/models.json; one such as " + nearest(id));
    }

    private static boolean isModel(String id) {
        return LIST.model(id).isPresent()
                || LIST.ended().stream().anyMatch(model -> model.id().equals(id))
                || LIST.withheld().stream().anyMatch(model -> model.id().equals(id));
    }

    /** The ids that share most of their beginning and end with it; a mistake is mostly in the version. */
    private static List<String> nearest(String id) {
        return LIST.models().stream()
                .map(ModelPolicy::id)
                .sorted(Comparator.<String>comparingInt(known -> -likeness(known, id))
                        .thenComparing(known -> known))
                .limit(SHOWN)
                .toList();
    }

    private static int likeness(String one, String other) {
        var same = 0;
        for (var word : other.split("[^a-zA-Z0-9]+")) {
            same += word.length() > 0 && List.of(one.split("[^a-z0-9]+")).contains(word) ? word.length() : 0;
        }
        return same;
    }
}
