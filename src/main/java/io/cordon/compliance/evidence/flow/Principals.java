package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which statements: roles, users and groups, and the functions that run as a role. */
final class Principals {
    private static final Set<String> HOLDERS = Set.of("AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::User");
    private static final List<String> ATTACHED =
            List.of("Roles", "Users", "Groups", "RoleName", "UserName", "GroupName");

    private final FlowGraph graph;
    private final Map<TemplateResource, List<Held>> held = new IdentityHashMap<>();
    private final Map<TemplateResource, List<TemplateResource>> users = new IdentityHashMap<>();

    Principals(FlowGraph graph) {
        this.graph = graph;
        graph.ofType("AWS::Lambda::Function").forEach(this::roleOf);
        graph.resources().forEach(this::policies);
    }

    /**
     * One statement that a role, user or group holds.
     *
     * @param holder who holds it
     * @param by the resource that states it
     * @param property where
     * @param statement the statement, which allows something
     */
    record Held(TemplateResource holder, TemplateResource by, String property, JsonNode statement) {}

    List<Held> statements() {
        return graph.resources().stream()
                .flatMap(it -> held.getOrDefault(it, List.of()).stream())
                .toList();
    }

    /** Who acts when a role does: the functions that run as it, or the role itself. */
    List<TemplateResource> actors(TemplateResource holder) {
        return users.getOrDefault(holder, List.of(holder));
    }

    private void roleOf(TemplateResource function) {
        graph.follow(function.properties().path("Role"), function, "Role")
                .ifPresent(role ->
                        users.computeIfAbsent(role, any -> new ArrayList<>()).add(function));
    }

    private void policies(TemplateResource resource) {
        if (HOLDERS.contains(resource.type())) {
            PolicyText.many(resource.properties().path("Policies"))
                    .forEach(it -> add(resource, resource, "Policies", it.path("PolicyDocument")));
            PolicyText.many(resource.properties().path("ManagedPolicyArns")).forEach(it -> managed(resource, it));
        }
        if (resource.type().startsWith("AWS::IAM::") && resource.properties().has("PolicyDocument")) {
            ATTACHED.stream()
                    .flatMap(it -> PolicyText.many(resource.properties().path(it)))
                    .flatMap(it -> graph.follow(it, resource, "Roles, Users or Groups").stream())
                    .forEach(holder -> add(
                            holder,
                            resource,
                            "PolicyDocument",
                            resource.properties().path("PolicyDocument")));
        }
    }

    private void managed(TemplateResource holder, JsonNode arn) {
        graph.follow(arn, holder, "ManagedPolicyArns")
                .ifPresent(policy -> add(
                        holder, policy, "PolicyDocument", policy.properties().path("PolicyDocument")));
    }

    private void add(TemplateResource holder, TemplateResource by, String property, JsonNode document) {
        var index = 0;
        for (var statement : PolicyText.many(document.path("Statement")).toList()) {
            if (!statement.path("Effect").asText().equals("Deny")) {
                held.computeIfAbsent(holder, any -> new ArrayList<>())
                        .add(new Held(holder, by, property + ".Statement[" + index + "]", statement));
            }
            index++;
        }
    }
}
