package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.stream.Stream;

/** The policies that templates put on resources: inside them or beside them. */
public final class ResourcePolicies {
    private static final List<Place> PLACES = List.of(
            new Place("AWS::ApiGateway::RestApi", "/Policy", ""),
            new Place("AWS::Backup::BackupVault", "/AccessPolicy", ""),
            new Place("AWS::ECR::Repository", "/RepositoryPolicyText", ""),
            new Place("AWS::EFS::FileSystem", "/FileSystemPolicy", ""),
            new Place("AWS::KMS::Key", "/KeyPolicy", ""),
            new Place("AWS::OpenSearchService::Domain", "/AccessPolicies", ""),
            new Place("AWS::S3::BucketPolicy", "/PolicyDocument", "/Bucket"),
            new Place("AWS::SNS::TopicPolicy", "/PolicyDocument", "/Topics"),
            new Place("AWS::SQS::QueuePolicy", "/PolicyDocument", "/Queues"),
            new Place("AWS::SecretsManager::ResourcePolicy", "/ResourcePolicy", "/SecretId"));

    private final Resolver resolver;

    /** Reads policies with {@code resolver}. */
    public ResourcePolicies(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Where a type holds a policy, and where it names what the policy is on; nowhere if it is on itself. */
    private record Place(String type, String document, String target) {}

    /**
     * One statement that allows something.
     *
     * @param on what the policy is on
     * @param by the resource that holds the policy
     * @param property where
     * @param statement the statement
     */
    public record Allowed(TemplateResource on, TemplateResource by, String property, JsonNode statement) {}

    /** Returns what the policy of {@code resource} allows, for each resource that it is on. */
    public Stream<Allowed> of(TemplateResource resource) {
        return PLACES.stream()
                .filter(it -> it.type().equals(resource.type()))
                .flatMap(place -> PolicyText.many(
                                resource.properties().at(place.document()).path("Statement"))
                        .filter(it -> it.path("Effect").asText().equals("Allow"))
                        .flatMap(statement -> targets(resource, place)
                                .map(on -> new Allowed(on, resource, place.document(), statement))));
    }

    private Stream<TemplateResource> targets(TemplateResource resource, Place place) {
        return place.target().isEmpty()
                ? Stream.of(resource)
                : PolicyText.many(resource.properties().at(place.target()))
                        .flatMap(it -> resolver.resource(it, resource.stack()).stream());
    }
}
