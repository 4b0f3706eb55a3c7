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
        return "arn:" + stack.getPartition() + ":bedrock:" + stack.getRegion() + ":" + stack.getAccount()
                + ":inference-profile/" + id;
    }

    /** Returns the ARNs of the model behind it, one for each region that may answer. */
    public List<String> modelArns(Stack stack) {
        return destinations.stream()
                .map(region ->
                        "arn:" + stack.getPartition() + ":bedrock:" + region + "::foundation-model/" + model.id())
                .toList();
    }
}
