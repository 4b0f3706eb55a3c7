package io.cordon.compliance.evidence.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code results.sarif}: each finding, excused or not, at the line of Java that made its construct.
 *
 * <p>What was not evaluated is no result: code scanning knows no kind of result but an alert, and nobody found anything.
 * The number of such rows stands in the properties of the run, and the rows in {@code controls.csv}.
 */
public final class SarifExhibit implements Exhibit {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    @Override
    public String file() {
        return "results.sarif";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        JSON.writeValue(out, new Sarif.Log(Sarif.SCHEMA, Sarif.VERSION, List.of(run(facts))));
        out.write('\n');
    }

    private static Sarif.Run run(Facts facts) {
        var rules = SarifRules.of(facts);
        return new Sarif.Run(
                new Sarif.Tool(component("Cordon", facts, rules.descriptors()), packs(facts)),
                List.of(invocation(facts)),
                Map.of(Sarif.TOP, new Sarif.Root(new Sarif.Text("The top of the repository of the app's sources."))),
                new SarifResults(facts, rules).all(),
                new TreeMap<>(Map.of(
                        "asOf", facts.app().asOf().toString(),
                        "passes", facts.passes(),
                        "rowsNotEvaluated", facts.count(Compliance.NOT_EVALUATED),
                        "rows", facts.controls().size())));
    }

    /** The packs that were asked; one that was not evaluated is there too. */
    private static List<Sarif.Component> packs(Facts facts) {
        var asked = facts.controls().stream().map(ControlRow::ruleId).filter(id -> id.contains("::"));
        return Stream.concat(asked, facts.observations().stream().map(it -> it.ruleId()))
                .map(id -> id.replaceFirst("::.*", ""))
                .distinct()
                .sorted()
                .map(pack -> component(pack, facts, List.of()))
                .toList();
    }

    private static Sarif.Component component(String name, Facts facts, List<Sarif.Rule> rules) {
        return new Sarif.Component(name, facts.provenance().versions().getOrDefault(library(name), ""), rules);
    }

    private static Sarif.Invocation invocation(Facts facts) {
        return new Sarif.Invocation(
                facts.unfinished().isEmpty(),
                facts.unfinished().values().stream()
                        .map(cause -> new Sarif.Notification("error", new Sarif.Text(cause)))
                        .toList(),
                Stream.of(facts.sources().limit())
                        .filter(limit -> !limit.isEmpty())
                        .map(limit -> new Sarif.Notification("note", new Sarif.Text(limit)))
                        .toList());
    }

    /** A pack has the version of the library that brings it. */
    private static String library(String pack) {
        return pack.startsWith("Cordon") ? "Cordon" : "cdk-nag";
    }
}
