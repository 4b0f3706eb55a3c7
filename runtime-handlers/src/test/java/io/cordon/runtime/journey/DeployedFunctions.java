package io.cordon.runtime.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The functions of a template, reached as AWS reaches them: by an alias, with a permission for who calls. */
final class DeployedFunctions {
    private final Template template;
    private final Map<String, DeployedFunction> started = new HashMap<>();

    DeployedFunctions(Template template) {
        this.template = template;
    }

    /** Who calls a function: a service, for one of its own resources. */
    record Calling(String service, String source) {}

    /** The function behind an ARN, for whom the template lets call it. */
    DeployedFunction called(String arn, Calling by) {
        DeployedFunction function = at(arn);
        Mismatch.unless(
                template.all("AWS::Lambda::Permission").stream().anyMatch(permission -> allows(permission, arn, by)),
                "The template does not let " + by.service() + " call " + function.name() + " for " + by.source() + ".");
        return function;
    }

    /** The function behind an ARN, as a deployment calls it. */
    DeployedFunction at(String arn) {
        return started.computeIfAbsent(arn, any -> DeployedFunction.start(template, behind(arn), arn));
    }

    /** The function of this name in the manifest, if the template deploys it. */
    Optional<DeployedFunction> named(String name) {
        return template.all("AWS::Lambda::Alias").stream()
                .map(alias -> at(template.name(alias)))
                .filter(function -> function.name().equals(name))
                .findFirst();
    }

    /** The function of this name in the manifest, which the template must deploy. */
    DeployedFunction required(String name) {
        return named(name).orElseThrow(() -> new Mismatch("The template deploys no function " + name + "."));
    }

    private Resource behind(String arn) {
        Resource alias = template.all("AWS::Lambda::Alias").stream()
                .filter(candidate -> template.name(candidate).equals(arn))
                .findFirst()
                .orElseThrow(() -> new Mismatch("The template calls " + arn
                        + ", which is not the alias of a function: only an alias has a version that starts fast."));
        String version = alias.at("/FunctionVersion/Fn::GetAtt/0").asText();
        Mismatch.unless(
                template.resource(version).type().equals("AWS::Lambda::Version"),
                "The alias " + alias.id() + " of the template names no published version.");
        return function(template.text(template.resource(version).at("/FunctionName")));
    }

    private Resource function(String name) {
        return template.all("AWS::Lambda::Function").stream()
                .filter(function ->
                        List.of(template.name(function), template.arn(function)).contains(name))
                .findFirst()
                .orElseThrow(() -> new Mismatch("The template holds no function " + name + "."));
    }

    private boolean allows(Resource permission, String arn, Calling by) {
        return template.text(permission.at("/FunctionName")).equals(arn)
                && template.text(permission.at("/Principal")).equals(by.service())
                && like(template.text(permission.at("/SourceArn")), by.source());
    }

    /** As ARNs are compared in policies: {@code *} stands for anything. */
    static boolean like(String pattern, String arn) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL)
                .matcher(arn)
                .matches();
    }
}
