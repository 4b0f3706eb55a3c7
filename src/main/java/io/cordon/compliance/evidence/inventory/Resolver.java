package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.Intrinsics;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which resource a template means, whichever stack speaks of it and however: by reference, by output, by name.
 *
 * <p>Text has a mark in it wherever a resource is meant, and {@link PolicyText#GAP} for what only the deployment knows.
 */
public final class Resolver implements Intrinsics.Naming {
    private static final Pattern MARK = Pattern.compile("\uE000(\\d{1,9})\uE001");
    private static final int LONGEST_WAY = 4;

    /** What stands for another resource, and the property that says which. */
    private static final Map<String, String> STAND_INS = Map.of(
            "AWS::KMS::Alias", "TargetKeyId",
            "AWS::Lambda::Alias", "FunctionName",
            "AWS::Lambda::Version", "FunctionName");

    private final Intrinsics intrinsics;
    private final List<TemplateResource> resources;
    private final Map<String, Integer> marks = new HashMap<>();
    private final PhysicalNames names;

    /** Reads the templates of {@code app}. */
    public Resolver(Assembly app) {
        this.intrinsics = new Intrinsics(app, this);
        this.resources = app.resources().toList();
        for (var i = 0; i < resources.size(); i++) {
            marks.put(id(resources.get(i)), i);
        }
        this.names = new PhysicalNames(this, resources);
    }

    /** Returns what {@code value} becomes in a stack. */
    public String text(JsonNode value, String stack) {
        return intrinsics.text(value, stack).orElse(PolicyText.GAP);
    }

    /** Returns the resource that {@code value} means; an alias or a version means its key or function. */
    public Optional<TemplateResource> resource(JsonNode value, String stack) {
        return value.isMissingNode() ? Optional.empty() : behind(text(value, stack), stack, 0);
    }

    /** Returns the resource that a text means, if {@code speaker} says it. */
    public Optional<TemplateResource> resource(String text, TemplateResource speaker) {
        return behind(text, speaker.stack(), 0);
    }

    /** Returns the resources that a text has marks of. */
    public List<TemplateResource> mentioned(String text) {
        return MARK.matcher(text)
                .results()
                .map(it -> Integer.parseInt(it.group(1)))
                .filter(it -> it < resources.size())
                .distinct()
                .map(resources::get)
                .toList();
    }

    /** Returns a text for people: marks as construct paths, gaps as dots. */
    public String readable(String text) {
        return MARK.matcher(text)
                .replaceAll(it -> {
                    var at = Integer.parseInt(it.group(1));
                    return Matcher.quoteReplacement(
                            at < resources.size() ? resources.get(at).path() : "");
                })
                .replace(PolicyText.GAP, "...");
    }

    /** Returns account and region of a resource. */
    public String environment(TemplateResource resource) {
        return account(resource.stack()) + "/" + region(resource.stack());
    }

    String account(String stack) {
        return intrinsics.account(stack);
    }

    String region(String stack) {
        return intrinsics.region(stack);
    }

    /** Returns the name that the template gives a resource, if all of it is literal. */
    public Optional<String> name(TemplateResource resource) {
        return names.of(resource);
    }

    String mark(TemplateResource resource) {
        return "\uE000" + Objects.requireNonNull(marks.get(id(resource))) + "\uE001";
    }

    @Override
    public Optional<String> reference(TemplateResource resource) {
        return Optional.of(Arns.isArn(resource.type()) ? arn(resource) : mark(resource));
    }

    @Override
    public Optional<String> attribute(TemplateResource resource, String attribute) {
        if (attribute.equals("StreamArn")) {
            return Optional.of(arn(resource) + "/stream/" + PolicyText.GAP);
        }
        return Optional.of(attribute.endsWith("Arn") ? arn(resource) : mark(resource));
    }

    @Override
    public Optional<String> gap() {
        return Optional.of(PolicyText.GAP);
    }

    /** Returns the ARN of a resource, with its mark for its name. */
    public String arn(TemplateResource resource) {
        return Arns.of(resource.type(), region(resource.stack()), account(resource.stack()))
                .replace("%s", mark(resource));
    }

    private Optional<TemplateResource> behind(String text, String stack, int way) {
        return mentioned(text).stream()
                .findFirst()
                .or(() -> names.find(text, stack))
                .flatMap(it -> {
                    var property = STAND_INS.get(it.type());
                    return property == null || way == LONGEST_WAY
                            ? Optional.of(it)
                            : behind(text(it.properties().path(property), it.stack()), it.stack(), way + 1)
                                    .or(() -> Optional.of(it));
                });
    }

    private static String id(TemplateResource resource) {
        return resource.stack() + "\n" + resource.logicalId();
    }
}
