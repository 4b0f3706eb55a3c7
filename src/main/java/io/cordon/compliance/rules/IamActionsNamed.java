package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Policies allow named actions: neither {@code *} nor {@code service:*}, and no {@code NotAction}. */
final class IamActionsNamed implements Rule {
    @Override
    public String asks() {
        return "Identity policies allow named actions only.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.308(a)(3)(i)", "164.308(a)(4)(ii)(B)", "164.312(a)(1)");
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::Role");
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var wide = new ArrayList<String>();
        documents(resource)
                .forEach(document -> statements(document).forEach(statement -> wide.addAll(wideActions(statement))));
        return wide.isEmpty()
                ? new Verdict.Compliant()
                : new Verdict.NonCompliant(
                        "It allows " + String.join(", ", wide) + ".", "Name each action that is called.");
    }

    private static List<JsonNode> documents(TemplateResource resource) {
        var documents = new ArrayList<JsonNode>();
        documents.add(resource.properties().path("PolicyDocument"));
        resource.properties().path("Policies").forEach(policy -> documents.add(policy.path("PolicyDocument")));
        return documents;
    }

    private static Iterable<JsonNode> statements(JsonNode document) {
        return many(document.path("Statement"));
    }

    private static List<String> wideActions(JsonNode statement) {
        var wide = new ArrayList<String>();
        if (!statement.path("Effect").asText().equals("Allow")) {
            return wide;
        }
        if (statement.has("NotAction")) {
            wide.add("everything but some actions (NotAction)");
        }
        many(statement.path("Action")).forEach(action -> {
            if (action.asText().equals("*") || action.asText().endsWith(":*")) {
                wide.add(action.asText());
            }
        });
        return wide;
    }

    private static Iterable<JsonNode> many(JsonNode node) {
        return node.isArray() || node.isMissingNode() ? node : List.of(node);
    }
}
