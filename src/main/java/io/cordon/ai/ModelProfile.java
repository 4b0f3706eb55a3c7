package io.cordon.ai;

import java.util.List;
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
