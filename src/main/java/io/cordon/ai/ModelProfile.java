package io.cordon.ai;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;

/**
 * A model as it is called in one geography: by an inference profile, which routes a request within the geography.
 *
 * @param model the model
 * @param geography the id of the geography
 * @param id what a call names as its model, and CloudWatch as the dimension {@code ModelId}
 * @param destinations the regions that may answer
 */
public record ModelProfile(Model model, String geography, String id, List<String> destinations) {
    /** Returns the ARN of the profile in the account and region of {@code stack}. */
    public String arn(Stack stack) {
        return arn(Place.of(stack));
    }

    /** Returns the ARNs of the model behind it, one for each region that may answer. */
    public List<String> modelArns(Stack stack) {
        return modelArns(Place.of(stack));
    }

    /**
     * Returns the condition under which the model behind it may be called: through this profile. Without it the model
     * could be called past the profile, in one region, outside its quota and metrics.
     */
    public Map<String, Map<String, String>> onlyThrough(Stack stack) {
        return onlyThrough(Place.of(stack));
    }

    Map<String, Map<String, String>> onlyThrough(Place place) {
        return Map.of("StringEquals", Map.of("bedrock:InferenceProfileArn", arn(place)));
    }

    String arn(Place place) {
        return "arn:" + place.partition() + ":bedrock:" + place.region() + ":" + place.account() + ":inference-profile/"
                + id;
    }

    List<String> modelArns(Place place) {
        return destinations.stream()
                .map(region -> "arn:" + place.partition() + ":bedrock:" + region + "::foundation-model/" + model.id())
                .toList();
    }
}
