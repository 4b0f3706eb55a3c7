package io.cordon.ai;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The statements about models, one text for permissions and endpoint policies. */
record ModelPermissions(Place place, @Nullable String organization) {
    /** Converse is authorised by the same two. */
    static final List<String> INVOKE = List.of("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream");

    /** What a caller needs: the profile, and the model in each region that may answer, but only through that profile. */
    List<PolicyStatement> toInvoke(ModelProfile profile) {
        return List.of(
                PolicyStatement.Builder.create()
                        .actions(INVOKE)
                        .resources(List.of(profile.arn(place)))
                        .build(),
                PolicyStatement.Builder.create()
                        .actions(INVOKE)
                        .resources(profile.modelArns(place))
                        .conditions(profile.onlyThrough(place))
                        .build());
    }

    /** What the data endpoint lets through. */
    List<PolicyStatement> throughRuntime(List<ModelProfile> profiles) {
        return List.of(
                passing("ProfilesOfTheList", INVOKE, profileArns(profiles)),
                passing("ModelsOfTheList", INVOKE, modelArns(profiles)));
    }

    /** What the control endpoint lets through: questions about the same models, and nothing that changes one. */
    List<PolicyStatement> throughControl(List<ModelProfile> profiles) {
        return List.of(
                passing("ProfilesOfTheList", List.of("bedrock:GetInferenceProfile"), profileArns(profiles)),
                passing("ModelsOfTheList", List.of("bedrock:GetFoundationModel"), modelArns(profiles)));
    }

    private List<String> profileArns(List<ModelProfile> profiles) {
        return profiles.stream().map(profile -> profile.arn(place)).toList();
    }

    private List<String> modelArns(List<ModelProfile> profiles) {
        return profiles.stream()
                .flatMap(profile -> profile.modelArns(place).stream())
                .toList();
    }

    private PolicyStatement passing(String sid, List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .principals(List.of(new AnyPrincipal()))
                .actions(actions)
                .resources(resources)
                .conditions(Map.of("StringEquals", callers()))
                .build();
    }

    /** Whose principals may pass; which of them may ask for what is said by their roles. */
    private Map<String, String> callers() {
        return organization == null
                ? Map.of("aws:PrincipalAccount", place.account())
                : Map.of("aws:PrincipalOrgID", organization);
    }
}
