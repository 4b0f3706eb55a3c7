package io.cordon.runtime.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The functions of a template, reached as AWS reaches them: by an alias, with a permission for who calls. */
final class DeployedFunctions {
    /** As Lambda does by itself, https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html. */
    private static final int RETRIES = 2;

    private final Template template;
    private final Map<String, DeployedFunction> started = new HashMap<>();

    DeployedFunctions(Template template) {
        this.template = template;
    }

    /** Who calls a function: part of a template, through a service, for one of its own resources. */
    record Calling(String who, String service, String source) {}

    /** The function behind an ARN, for whom the template lets call it. */
    DeployedFunction called(String arn, Calling by) {
        DeployedFunction function = find(arn)
                .orElseThrow(() -> new Mismatch(
                        by.who() + " of the template calls " + arn + ", which is no alias of a published version."));
        Mismatch.unless(
                template.all("AWS::Lambda::Permission").stream().anyMatch(permission -> allows(permission, arn, by)),
                "The template does not let " + by.service() + " call " + function.name() + " for " + by.source() + ".");
        return function;
    }

    /** The function behind the ARN of an alias, as a deployment calls it. */
    DeployedFunction at(String arn) {
        return find(arn).orElseThrow(() -> new Mismatch("The template holds no alias " + arn + "."));
    }

    /** The function behind the ARN of an alias, if it is one. */
    Optional<DeployedFunction> find(String arn) {
        return alias(arn)
                .map(alias -> function(template.text(version(alias).at("/FunctionName"))))
                .map(function -> started.computeIfAbsent(arn, any -> DeployedFunction.start(template, function, arn)));
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

    /** A function that counts its tries must be given the last of them, or it never says that it gave up. */
    void lambdaTriesAsOften(DeployedFunction function) {
        int tries = template.all("AWS::Lambda::EventInvokeConfig").stream()
                .filter(config -> function.arn()
                        .endsWith(template.text(config.at("/FunctionName")) + ":"
                                + template.text(config.at("/Qualifier"))))
                .mapToInt(config -> 1 + config.at("/MaximumRetryAttempts").asInt(RETRIES))
                .findFirst()
                .orElse(1 + RETRIES);
        Mismatch.unless(
                function.variable("TRIES").equals(Integer.toString(tries)),
                "The template has Lambda try " + function + " " + tries + " times, and tells it to give up after "
                        + function.variable("TRIES") + ".");
    }

    private Optional<Resource> alias(String arn) {
        return template.all("AWS::Lambda::Alias").stream()
                .filter(alias -> template.name(alias).equals(arn))
                .filter(alias -> version(alias).type().equals("AWS::Lambda::Version"))
                .findFirst();
    }

    private Resource version(Resource alias) {
        return template.resource(alias.at("/FunctionVersion/Fn::GetAtt/0").asText());
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
