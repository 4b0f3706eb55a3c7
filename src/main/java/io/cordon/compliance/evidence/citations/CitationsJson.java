package io.cordon.compliance.evidence.citations;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.policies.SecurityRule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** {@code citations.json}: every provision of the Security Rule with what a synth says of it, for programs. */
public final class CitationsJson implements Exhibit {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    @Override
    public String file() {
        return "citations.json";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        JSON.writer(printer).writeValue(out, of(facts, CitationTable.of(facts, SecurityRule.current())));
        out.write('\n');
    }

    private static ObjectNode of(Facts facts, CitationTable table) {
        var json = JSON.createObjectNode();
        json.put("schema", 1);
        json.put("regulation", table.rule().regulation());
        json.put("source", table.rule().source());
        json.put("checked", table.rule().checked().toString());
        json.put("outlook", table.rule().outlook().says());
        json.put("caveat", Caveat.TEXT);
        json.put("asOf", facts.app().asOf().toString());
        json.put("passes", facts.passes());
        var unfinished = json.putObject("unfinished");
        facts.unfinished().forEach(unfinished::put);
        summary(json.putObject("summary"), table);
        var sections = json.putArray("sections");
        table.sections().forEach(section -> section(sections.addObject(), section));
        var unknown = json.putObject("unknownCitations");
        table.unknown().forEach((citation, rules) -> rules(unknown.putObject(citation), rules));
        var others = json.putObject("otherFrameworks");
        table.others().forEach((pack, cited) -> {
            var controls = others.putObject(pack);
            cited.forEach((citation, count) ->
                    counts(controls.putObject(citation).put("rules", count.rules()), count.rows()));
        });
        return json;
    }

    private static void summary(ObjectNode json, CitationTable table) {
        json.put("provisions", table.counted().count());
        json.put("checked", table.counted().filter(Entry::checked).count());
        for (var standing : Standing.values()) {
            json.put(
                    standing.id(),
                    table.counted().filter(it -> it.standing() == standing).count());
        }
    }

    private static void section(ObjectNode json, CitationTable.SectionEntry section) {
        json.put("section", section.section().section());
        json.put("title", section.section().title());
        json.put("about", section.section().about());
        json.put("source", section.section().source());
        var provisions = json.putArray("provisions");
        section.entries().forEach(entry -> provision(provisions.addObject(), entry));
    }

    private static void provision(ObjectNode json, Entry entry) {
        json.put("citation", entry.provision().citation());
        json.set("kind", JSON.valueToTree(entry.provision().kind()));
        json.set("obligation", JSON.valueToTree(entry.provision().obligation()));
        json.put("title", entry.provision().title());
        json.put("standing", entry.standing().id());
        counts(json.putObject("rows"), entry.rows());
        rules(json.putObject("rules"), entry.rules());
        entry.through().forEach(json.putArray("through")::add);
        json.set("tests", JSON.valueToTree(entry.provision().tests()));
        json.put("notShown", entry.provision().notShown());
    }

    private static void rules(ObjectNode json, List<RuleEntry> rules) {
        rules.forEach(rule -> counts(json.putObject(rule.id()), rule.rows()));
    }

    private static void counts(ObjectNode json, Tally rows) {
        json.put("compliant", rows.compliant());
        json.put("acknowledged", rows.acknowledged());
        json.put("nonCompliant", rows.nonCompliant());
        json.put("notEvaluated", rows.notEvaluated());
        json.put("notApplicable", rows.notApplicable());
    }
}
