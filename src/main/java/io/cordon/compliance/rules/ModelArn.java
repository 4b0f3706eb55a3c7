package io.cordon.compliance.rules;

import io.cordon.compliance.assembly.PolicyText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the ARNs by which a policy names models. */
final class ModelArn {
    private static final String MODEL = "foundation-model";
    private static final String PROFILE = "inference-profile";

    /** Names of a user's own, behind which a model hides. */
    private static final Set<String> OWN = Set.of(
            "application-inference-profile",
            "custom-model",
            "custom-model-deployment",
            "default-prompt-router",
            "imported-model",
            "prompt-router",
            "provisioned-model");

    private static final Pattern PREFIXED = Pattern.compile("([a-z-]+)\\.(.+)");

    private ModelArn() {}

    /** Reads {@code arn}; {@code asked} are the regions that the policy's condition leaves, if it has one. */
    static Stream<AllowedModel> read(String arn, List<String> asked) {
        if (arn.equals(PolicyText.GAP)) {
            return Stream.of(AllowedModel.UNKNOWN);
        }
        var parts = arn.split(":", 6);
        if (parts.length < 6) {
            // IAM fills an ARN that ends early with wildcards.
            return parts.length < 3 || PolicyText.covering(parts[2]).test("bedrock")
                    ? Stream.of(AllowedModel.ANY).filter(any -> PolicyText.isWild(arn))
                    : Stream.of();
        }
        return PolicyText.covering(parts[2]).test("bedrock") ? read(parts[5], parts[3], asked) : Stream.of();
    }

    private static Stream<AllowedModel> read(String resource, String region, List<String> asked) {
        var parts = resource.split("/", 2);
        var kind = parts[0];
        if (PolicyText.isWild(kind)) {
            return Stream.of(MODEL, PROFILE)
                    .filter(it -> PolicyText.covering(kind).test(it))
                    .map(it -> kind.equals(PolicyText.GAP) ? AllowedModel.UNKNOWN : AllowedModel.ANY);
        }
        if (OWN.contains(kind)) {
            return Stream.of(new AllowedModel("", List.of(), resource));
        }
        var id = parts.length < 2 ? "" : parts[1];
        var regions = regions(region, asked);
        var prefixed = PREFIXED.matcher(id);
        if (kind.equals(PROFILE) && prefixed.matches()) {
            return Stream.of(new AllowedModel(prefixed.group(1), regions, prefixed.group(2)));
        }
        return kind.equals(MODEL) || kind.equals(PROFILE) ? Stream.of(new AllowedModel("", regions, id)) : Stream.of();
    }

    private static List<String> regions(String region, List<String> asked) {
        if (!PolicyText.isWild(region)) {
            return List.of(region);
        }
        return region.equals(PolicyText.GAP) || !asked.isEmpty() ? asked : List.of("*");
    }
}
