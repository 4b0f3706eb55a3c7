package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.AssetTypes.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which backup plans of an app include which resource, and what they keep. */
public final class Backups {
    private static final String NONE = "none";

    private final Resolver resolver;
    private final List<Selection> selections;
    private final List<Kept> kept;

    /** Reads the plans of {@code app}. */
    public Backups(Assembly app, Resolver resolver) {
        this.resolver = resolver;
        this.selections = app.resources()
                .filter(it -> it.type().equals("AWS::Backup::BackupSelection"))
                .map(this::selection)
                .toList();
        this.kept = selections.stream()
                .map(Selection::stated)
                .flatMap(it -> rules(it).flatMap(rule -> kept(rule, it.stack())))
                .toList();
    }

    /** What a selection names: resources, ARNs with wildcards, and tags. */
    private record Selection(
            TemplateResource stated, List<TemplateResource> named, List<Predicate<String>> wild, List<JsonNode> tags) {}

    /** How long a rule of some plan keeps what it puts into a vault. */
    private record Kept(TemplateResource vault, String lifetime) {}

    /** Returns the selections that name a resource, by reference, by ARN or by a tag that it carries. */
    public Stream<TemplateResource> selecting(TemplateResource resource) {
        return selections.stream().filter(it -> selects(it, resource)).map(Selection::stated);
    }

    /** Returns the rules of the plan of a selection. */
    public Stream<JsonNode> rules(TemplateResource selection) {
        return plan(selection).stream()
                .flatMap(it -> PolicyText.many(it.properties().at("/BackupPlan/BackupPlanRule")));
    }

    /** Returns the plan of a selection, if a template has it. */
    public Optional<TemplateResource> plan(TemplateResource selection) {
        return resolver.resource(selection.properties().path("BackupPlanId"), selection.stack());
    }

    String of(TemplateResource resource) {
        var own = AssetTypes.current().words(resource.type(), Facet.BACKUP, resource.properties(), it -> "");
        if (own.equals(AssetTypes.NOT_APPLICABLE) || own.equals(AssetTypes.UNKNOWN)) {
            return own;
        }
        var parts = new ArrayList<String>();
        if (!own.equals(NONE)) {
            parts.add(own);
        }
        selecting(resource).map(this::plan).map(this::words).forEach(parts::add);
        selecting(resource).flatMap(this::rules).map(this::words).forEach(parts::add);
        return parts.isEmpty() ? NONE : String.join("; ", parts);
    }

    /** Returns how long the plans of the app keep what they put into a vault; empty if none does. */
    String keptIn(TemplateResource vault) {
        return kept.stream()
                .filter(it -> it.vault().equals(vault))
                .map(Kept::lifetime)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private Stream<Kept> kept(JsonNode rule, String stack) {
        var copies = PolicyText.many(rule.path("CopyActions"))
                .flatMap(it -> kept(it.path("DestinationBackupVaultArn"), it, stack));
        return Stream.concat(kept(rule.path("TargetBackupVault"), rule, stack), copies);
    }

    private Stream<Kept> kept(JsonNode vault, JsonNode rule, String stack) {
        return resolver.resource(vault, stack).map(it -> new Kept(it, lifetime(rule))).stream();
    }

    private String words(Optional<TemplateResource> plan) {
        return plan.map(it -> "plan " + it.path()).orElse("a plan that is not in the templates");
    }

    private String words(JsonNode rule) {
        var name = rule.path("RuleName").asText("rule");
        var own = lifetime(rule);
        var copies = PolicyText.many(rule.path("CopyActions"))
                .map(Backups::lifetime)
                .distinct()
                .sorted()
                .toList();
        if (copies.equals(List.of(own))) {
            return name + " and a copy for " + own;
        }
        return copies.isEmpty()
                ? name + " for " + own
                : name + " for " + own + ", a copy for " + String.join(", ", copies);
    }

    private static String lifetime(JsonNode rule) {
        var days = Stated.at(rule, "/Lifecycle/DeleteAfterDays");
        if (days.isAbsent()) {
            return "ever";
        }
        return days.open() ? "a time known at deployment only" : days.value().asText() + " days";
    }

    private Selection selection(TemplateResource stated) {
        var body = stated.properties().path("BackupSelection");
        var texts = PolicyText.many(body.path("Resources"))
                .map(it -> resolver.text(it, stated.stack()))
                .toList();
        return new Selection(
                stated,
                texts.stream()
                        .flatMap(it -> resolver.resource(it, stated).stream())
                        .toList(),
                texts.stream()
                        .filter(it -> PolicyText.isWild(it) && !it.contains(PolicyText.GAP))
                        .map(PolicyText::covering)
                        .toList(),
                PolicyText.many(body.path("ListOfTags")).toList());
    }

    private boolean selects(Selection selection, TemplateResource resource) {
        return selection.named().contains(resource)
                || selection.wild().stream().anyMatch(it -> it.test(resolver.arn(resource)))
                || selection.tags().stream().anyMatch(tag -> carries(resource, tag));
    }

    private static boolean carries(TemplateResource resource, JsonNode tag) {
        return resource.tag(tag.path("ConditionKey").asText())
                .filter(tag.path("ConditionValue").asText()::equals)
                .isPresent();
    }
}
