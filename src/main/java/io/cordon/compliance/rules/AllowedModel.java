package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A foundation model, or whatever else is said in its place, that a policy lets somebody call.
 *
 * @param geography the prefix of an inference profile, empty for the model itself
 * @param regions where it may be called, {@code *} for anywhere, empty where the template does not say
 * @param id the model, with {@code *} where the policy has it
 */
public record AllowedModel(String geography, List<String> regions, String id) {
    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
    private static final String OWN_PROFILE = "AWS::Bedrock::ApplicationInferenceProfile";

    /** What carries such a policy, or gives a model another name. */
    public static final Set<String> TYPES = Set.of(
            OWN_PROFILE,
            ENDPOINT,
            "AWS::IAM::Group",
            "AWS::IAM::GroupPolicy",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::IAM::RolePolicy",
            "AWS::IAM::User",
            "AWS::IAM::UserPolicy");

    /** Whatever there is. */
    static final AllowedModel ANY = new AllowedModel("", List.of(), "*");

    /** What only the deployment knows. */
    static final AllowedModel UNKNOWN = new AllowedModel("", List.of(), PolicyText.GAP);

    /** AWS's own policies that allow every model. */
    private static final Pattern OF_AWS =
            Pattern.compile(".*:policy/(AdministratorAccess|PowerUserAccess|AmazonBedrock(?!ReadOnly).*)");

    private static final Pattern RUNTIME = Pattern.compile(".*\\.bedrock-(runtime|mantle)");

    /** Returns what {@code resource} allows, as far as its template says it. */
    public static List<AllowedModel> in(TemplateResource resource) {
        var properties = resource.properties();
        var models = switch (resource.type()) {
            case ENDPOINT -> passing(properties);
            case OWN_PROFILE -> ModelArn.read(PolicyText.text(properties.at("/ModelSource/CopyFrom")), List.of());
            default -> identity(properties);
        };
        return models.distinct().toList();
    }

    private static Stream<AllowedModel> identity(JsonNode properties) {
        var inline = PolicyText.many(properties.path("Policies"));
        var documents = Stream.concat(Stream.of(properties), inline)
                .flatMap(it -> PolicyText.many(it.path("PolicyDocument")))
                .flatMap(AllowedModel::document);
        var ofAws = PolicyText.many(properties.path("ManagedPolicyArns"))
                .map(PolicyText::text)
                .filter(arn -> OF_AWS.matcher(arn).matches())
                .map(arn -> ANY);
        return Stream.concat(documents, ofAws);
    }

    /** An endpoint without a policy passes everything; one that names no service leaves the models to the roles. */
    private static Stream<AllowedModel> passing(JsonNode properties) {
        var service = PolicyText.text(properties.path("ServiceName"));
        var policy = properties.path("PolicyDocument");
        if (!service.contains(".bedrock")) {
            return Stream.of();
        }
        if (policy.isEmpty()) {
            return RUNTIME.matcher(service).matches() ? Stream.of(ANY) : Stream.of();
        }
        var leavesToRoles = policy.findValuesAsText("Action").stream().allMatch("*"::equals);
        return PolicyText.many(policy)
                .flatMap(AllowedModel::document)
                .map(it -> leavesToRoles && it.equals(ANY) ? UNKNOWN : it);
    }

    private static Stream<AllowedModel> document(JsonNode document) {
        return PolicyText.many(document.path("Statement")).flatMap(it -> new ModelStatement(it).models());
    }
}
