package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.Resolver;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call resources. */
final class Names {
    private static final Pattern ADDED = Pattern.compile("(/(Resource|Default))+$");

    private Names() {}

    /** The construct path inside the stack, without the last step that the CDK adds to each typed resource. */
    static String of(TemplateResource resource) {
        var path = resource.path();
        var inside = path.startsWith(resource.stack() + "/")
                ? path.substring(resource.stack().length() + 1)
                : path;
        return ADDED.matcher(inside).replaceFirst("");
    }

    /** Who may take on a role. */
    static String assumers(TemplateResource role, Resolver resolver) {
        return PolicyText.many(role.properties().at("/AssumeRolePolicyDocument/Statement"))
                .flatMap(statement -> PolicyText.many(statement.path("Principal")))
                .flatMap(principal -> principal.isObject() ? principal.valueStream() : Stream.of(principal))
                .flatMap(PolicyText::many)
                .map(it -> resolver.readable(resolver.text(it, role.stack())))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
