package io.cordon.ai;

import io.cordon.policies.BedrockModels;
import io.cordon.policies.IamDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.constructs.Construct;

/**
 * The most that any function may do, whatever is granted to it: the models of the list and no way round them.
 *
 * <p>It grants nothing: a role still needs its own policy. A model that is added to a role by hand, a bearer token or
 * Bedrock's second endpoint stay closed. The text is {@code policies/boundary/ai-boundary.json}.
 */
public final class AiBoundary extends Construct {
    private final ManagedPolicy policy;

    /** Makes the boundary from what {@code props} sets. */
    public AiBoundary(Construct scope, String id, Consumer<AiBoundaryProps.Builder> props) {
        this(scope, id, AiBoundaryProps.from(props));
    }

    /** Makes the boundary from {@code props}. */
    public AiBoundary(Construct scope, String id, AiBoundaryProps props) {
        super(scope, id);

        this.policy = ManagedPolicy.Builder.create(this, "Policy")
                .description("The most that a function may do, with the models of " + props.geography)
                .document(PolicyDocument.fromJson(document(props.geography)))
                .build();
    }

    /** Returns the policy, for {@code permissionsBoundary} of a function or a role. */
    public IManagedPolicy getPolicy() {
        return policy;
    }

    /** The file's text; only the models and their regions follow the geography. */
    static Map<String, Object> document(String geography) {
        var text = IamDocument.aiBoundary();
        var statements = new ArrayList<Map<String, Object>>();
        for (var statement : text.statements()) {
            var copy = new LinkedHashMap<>(statement);
            if (IamDocument.MODELS.equals(copy.get("Sid"))) {
                copy.put("Resource", resources(geography));
                copy.put("Condition", Map.of("StringEquals", Map.of("aws:RequestedRegion", regions(geography))));
            }
            statements.add(copy);
        }
        return new TreeMap<>(Map.of("Version", text.version(), "Statement", statements));
    }

    /** A profile routes to other regions, so neither account nor region is named here; the condition says where. */
    static List<String> resources(String geography) {
        var models = BedrockModels.current().models().stream()
                .filter(model -> model.profiles().containsKey(geography))
                .toList();
        return Stream.concat(
                        models.stream()
                                .map(model -> "arn:aws:bedrock:*:*:inference-profile/" + geography + "." + model.id()),
                        models.stream().map(model -> "arn:aws:bedrock:*::foundation-model/" + model.id()))
                .toList();
    }

    static List<String> regions(String geography) {
        return ModelCatalog.current().regions(geography);
    }
}
