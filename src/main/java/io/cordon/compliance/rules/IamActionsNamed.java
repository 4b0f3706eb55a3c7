package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Policies allow named actions: neither {@code *} nor {@code service:*}, and no {@code NotAction}. */
final class IamActionsNamed implements Rule {
    /** Nothing but wildcards, alone or after a service; a service may hide behind wildcards too. */
    private static final Pattern WIDE = Pattern.compile("[*?]+|[^:]*:[*?]+|[^:]*[*?][^:]*:.*");

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
        return Set.of(
                "AWS::IAM::Group",
                "AWS::IAM::GroupPolicy",
                "AWS::IAM::ManagedPolicy",
                "AWS::IAM::Policy",
                "AWS::IAM::Role",
                "AWS::IAM::RolePolicy",
                "AWS::IAM::User",
                "AWS::IAM::UserPolicy");
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var inline = PolicyText.many(resource.properties().path("Policies"));
        var wide = Stream.concat(Stream.of(resource.properties()), inline)
                .flatMap(it -> PolicyText.many(it.path("PolicyDocument")))
                .flatMap(document -> PolicyText.many(document.path("Statement")))
                .flatMap(IamActionsNamed::wideActions)
                .toList();
        return wide.isEmpty()
                ? new Verdict.Compliant()
                : new Verdict.NonCompliant(
                        "It allows " + String.join(", ", wide) + ".", "Name each action that is called.");
    }

    private static Stream<String> wideActions(JsonNode statement) {
        if (statement.path("Effect").asText().equals("Deny")) {
            return Stream.of();
        }
        return statement.has("NotAction")
                ? Stream.of("everything but some actions (NotAction)")
                : PolicyText.many(statement.path("Action"))
                        .map(PolicyText::text)
                        .filter(action -> WIDE.matcher(action).matches());
    }
}
