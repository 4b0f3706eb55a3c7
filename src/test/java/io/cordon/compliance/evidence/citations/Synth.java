package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Provenance;
import io.cordon.compliance.evidence.Sources;
import io.cordon.policies.SecurityRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A synth of which only the verdicts of rules matter. */
record Synth(List<ControlRow> rows, Map<String, String> unfinished, boolean passes) {
    static Synth empty() {
        return new Synth(List.of(), Map.of(), true);
    }

    /** Adds one row of the rule {@code id}. */
    Synth with(String id, String citations, Compliance compliance) {
        var more = new ArrayList<>(rows);
        more.add(new ControlRow(
                id,
                "S/R" + rows.size(),
                compliance,
                "",
                "error",
                "",
                "",
                citations,
                "AWS::S3::Bucket",
                "",
                "S",
                "",
                ""));
        return new Synth(more, unfinished, passes);
    }

    Synth unfinished(String pack, String why) {
        return new Synth(rows, Map.of(pack, why), false);
    }

    Synth backwards() {
        var rows = new ArrayList<>(this.rows);
        Collections.reverse(rows);
        return new Synth(rows, unfinished, passes);
    }

    CitationTable table() {
        return CitationTable.of(facts(), SecurityRule.current());
    }

    Entry entry(String citation) {
        return table().sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(it -> it.provision().citation().equals(citation))
                .findFirst()
                .orElseThrow();
    }

    String text(Exhibit exhibit) {
        var out = new ByteArrayOutputStream();
        try {
            exhibit.write(facts(), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private Facts facts() {
        return new Facts(
                new Assembly(Path.of("nowhere"), List.of(), List.of(), LocalDate.parse("2026-11-20")),
                passes,
                rows,
                List.of(),
                List.of(),
                List.of(),
                unfinished,
                new Sources(Map.of(), ""),
                new Provenance(new TreeMap<>(), "not known", "not known"));
    }
}
