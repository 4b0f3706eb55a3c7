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
    private final Resolver resolver;
    private final Map<TemplateResource, SortedSet<String>> found = new IdentityHashMap<>();

    Doors(Resolver resolver) {
        this.resolver = resolver;
    }

    Map<TemplateResource, SortedSet<String>> of(List<TemplateResource> resources) {
        resources.forEach(this::read);
        return found;
    }

    private void read(TemplateResource resource) {
        new ResourcePolicies(resolver)
                .of(resource)
                .filter(it -> Exposure.isForEverybody(it.statement()))
                .forEach(it -> open(it.on(), words(it.statement()) + " (" + resource.path() + ")"));
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
