package io.cordon.compliance.evidence.page;

import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.Citations;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where on the page each rule, resource and citation stands. Numbers: a name may hold anything, and be long. */
final class Anchors {
    private final Map<String, String> rules;
    private final Map<String, String> resources;
    private final Map<String, String> citations;

    private Anchors(Map<String, String> rules, Map<String, String> resources, Map<String, String> citations) {
        this.rules = rules;
        this.resources = resources;
        this.citations = citations;
    }

    static Anchors of(Facts facts) {
        return new Anchors(
                numbered("rule-", facts.controls().stream().map(ControlRow::ruleId)),
                numbered("resource-", facts.app().resources().map(TemplateResource::path)),
                numbered(
                        "citation-",
                        facts.controls().stream()
                                .map(ControlRow::citations)
                                .distinct()
                                .flatMap(it -> Citations.in(it).stream())
                                .filter(Citations::isHipaa)));
    }

    Link rule(RuleName rule) {
        return new Link(rule.name(), rules.getOrDefault(rule.id(), ""));
    }

    Link resource(String path) {
        return new Link(path, resources.getOrDefault(path, ""));
    }

    Link citation(String citation) {
        return new Link(citation, citations.getOrDefault(citation, ""));
    }

    private static Map<String, String> numbered(String kind, Stream<String> names) {
        var numbers = new HashMap<String, String>();
        names.distinct().sorted().forEachOrdered(name -> numbers.put(name, kind + (numbers.size() + 1)));
        return numbers;
    }
}
