package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What opens a resource from beside it: policies for everybody, permissions, URLs, open ports. */
final class Doors {
    /** Where each type holds a policy, and where it names what the policy is on; nowhere if it is on itself. */
    private static final List<PolicyPlace> POLICIES = List.of(
            new PolicyPlace("AWS::Backup::BackupVault", "/AccessPolicy", ""),
            new PolicyPlace("AWS::ApiGateway::RestApi", "/Policy", ""),
            new PolicyPlace("AWS::ECR::Repository", "/RepositoryPolicyText", ""),
            new PolicyPlace("AWS::EFS::FileSystem", "/FileSystemPolicy", ""),
            new PolicyPlace("AWS::KMS::Key", "/KeyPolicy", ""),
            new PolicyPlace("AWS::OpenSearchService::Domain", "/AccessPolicies", ""),
            new PolicyPlace("AWS::S3::BucketPolicy", "/PolicyDocument", "/Bucket"),
            new PolicyPlace("AWS::SNS::TopicPolicy", "/PolicyDocument", "/Topics"),
            new PolicyPlace("AWS::SQS::QueuePolicy", "/PolicyDocument", "/Queues"),
            new PolicyPlace("AWS::SecretsManager::ResourcePolicy", "/ResourcePolicy", "/SecretId"));

    private final Resolver resolver;
    private final Map<TemplateResource, SortedSet<String>> found = new IdentityHashMap<>();

    Doors(Resolver resolver) {
        this.resolver = resolver;
    }

    private record PolicyPlace(String type, String document, String target) {}

    Map<TemplateResource, SortedSet<String>> of(List<TemplateResource> resources) {
        resources.forEach(this::read);
        return found;
    }

    private void read(TemplateResource resource) {
        POLICIES.stream().filter(it -> it.type().equals(resource.type())).forEach(place -> policy(resource, place));
        switch (resource.type()) {
            case "AWS::Lambda::Permission" -> permission(resource);
            case "AWS::Lambda::Url" -> url(resource);
            case "AWS::EC2::SecurityGroup" ->
                PolicyText.many(resource.properties().path("SecurityGroupIngress"))
                        .forEach(rule -> port(rule, resource, resource));
            case "AWS::EC2::SecurityGroupIngress" ->
                target(resource, "/GroupId").forEach(group -> port(resource.properties(), group, resource));
            default -> {}
        }
    }

    private void policy(TemplateResource resource, PolicyPlace place) {
        var targets = place.target().isEmpty()
                ? List.of(resource)
                : target(resource, place.target()).toList();
        PolicyText.many(resource.properties().at(place.document()).path("Statement"))
                .filter(Exposure::isForEverybody)
                .forEach(statement -> targets.forEach(it -> open(it, words(statement) + " (" + resource.path() + ")")));
    }

    private String words(JsonNode statement) {
        var actions = statement.has("NotAction")
                ? "all but some actions"
                : PolicyText.many(statement.path("Action"))
                        .map(PolicyText::text)
                        .collect(Collectors.joining(", "));
        return statement.path("Condition").isEmpty()
                ? "reachable: everybody is allowed " + actions
                : "everybody is allowed " + actions + " under a condition";
    }

    private void permission(TemplateResource permission) {
        var properties = permission.properties();
        var narrowed = Stream.of("SourceArn", "SourceAccount", "PrincipalOrgID").anyMatch(properties::has);
        if (properties.path("Principal").asText().equals("*")) {
            var words = (narrowed ? "" : "reachable: ") + "everybody may invoke it"
                    + (narrowed ? " under a condition" : "");
            target(permission, "/FunctionName").forEach(it -> open(it, words + " (" + permission.path() + ")"));
        }
    }

    private void url(TemplateResource url) {
        var auth = url.properties().path("AuthType").asText();
        var words = auth.equals("NONE") ? "reachable: a URL for everybody" : "reachable: a URL for signed requests";
        target(url, "/TargetFunctionArn").forEach(it -> open(it, words + " (" + url.path() + ")"));
    }

    private void port(JsonNode rule, TemplateResource group, TemplateResource speaker) {
        if (rule.path("CidrIp").asText().equals("0.0.0.0/0")
                || rule.path("CidrIpv6").asText().equals("::/0")) {
            var ports = rule.path("IpProtocol").asText().equals("-1")
                    ? "every port"
                    : "port " + rule.path("FromPort").asText("any") + " to "
                            + rule.path("ToPort").asText("any");
            open(group, "lets every address in on " + ports + " (" + speaker.path() + ")");
        }
    }

    private Stream<TemplateResource> target(TemplateResource speaker, String pointer) {
        return PolicyText.many(speaker.properties().at(pointer))
                .flatMap(it -> resolver.resource(it, speaker.stack()).stream());
    }

    private void open(TemplateResource resource, String words) {
        found.computeIfAbsent(resource, any -> new TreeSet<>()).add(words);
    }
}
