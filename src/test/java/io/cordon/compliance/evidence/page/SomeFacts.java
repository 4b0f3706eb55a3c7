package io.cordon.compliance.evidence.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import io.cordon.compliance.evidence.Provenance;
import io.cordon.compliance.evidence.SourceLine;
import io.cordon.compliance.evidence.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Facts as a test wants them: one stack {@code S} in a region, and what is added. */
final class SomeFacts {
    static final String HIPAA = "HIPAA.Security::HIPAA.Security-";
    static final String NIST = "NIST.800.53.R5::NIST.800.53.R5-";

    private final List<TemplateResource> resources = new ArrayList<>();
    private final List<ControlRow> controls = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<ExceptionRow> exceptions = new ArrayList<>();
    private final List<AdviceRow> advice = new ArrayList<>();
    private final Map<String, String> unfinished = new TreeMap<>();
    private final Map<String, SourceLine> lines = new TreeMap<>();
    private boolean passes = true;

    SomeFacts resource(String path, String type) {
        resources.add(new TemplateResource(
                "S", path, path, type, "", false, JsonNodeFactory.instance.objectNode(), MissingNode.getInstance()));
        return this;
    }

    SomeFacts row(String rule, String path, Compliance compliance) {
        return row(rule, path, compliance, "", "164.312(b)");
    }

    SomeFacts row(String rule, String path, Compliance compliance, String cause, String citations) {
        controls.add(new ControlRow(
                rule, path, compliance, "", "error", "It is not so.", cause, citations, "T", "", "S", "", ""));
        return this;
    }

    SomeFacts finding(String rule, String path, String level) {
        passes = false;
        observations.add(new Observation(rule, path, level, "It is not so.", "It must be.", "Make it so.", false));
        return this;
    }

    SomeFacts exception(String rule, String madeOn, String resources, String expires, String standing) {
        exceptions.add(new ExceptionRow(
                rule, madeOn, resources, "A reason.", "A control.", "A role", expires, "T-1", "no", "code", standing));
        return this;
    }

    SomeFacts advice(String rule, String path) {
        advice.add(new AdviceRow(rule, path, "warning", "It could be so."));
        return this;
    }

    SomeFacts unfinished(String pack, String why) {
        unfinished.put(pack, why);
        return finding(pack + "::Unfinished", "", "fatal");
    }

    SomeFacts line(String path, String file, int line) {
        lines.put(path, new SourceLine(file, line));
        return this;
    }

    Facts done() {
        var stack = new StackTemplate(
                "S", "S", "unknown/eu-west-1", "S.template.json", 2, List.copyOf(resources), MissingNode.getInstance());
        var app = new Assembly(Path.of("."), List.of(stack), List.of(), LocalDate.parse("2026-11-20"));
        return new Facts(
                app,
                passes,
                List.copyOf(controls),
                List.copyOf(observations),
                List.copyOf(exceptions),
                List.copyOf(advice),
                unfinished,
                new Sources(lines, "a limit"),
                new Provenance(new TreeMap<>(Map.of("cordon", "0.1.0")), "abc123", "changed"));
    }

    Page page() {
        return Page.of(done(), List.of("controls.csv"));
    }
}
