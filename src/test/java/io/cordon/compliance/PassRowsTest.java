package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.ControlRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassRowsTest {
    @TempDir
    static Path directory;

    @Test
    void x() throws Exception {
        var report = Nag2Report.read();
        long t = System.nanoTime();
        var rows = IncludedTemplates.controls(Nag2Report.templates(), directory);
        System.err.println("synth " + (System.nanoTime() - t) / 1e9 + " rows " + rows.size());
        Map<Nag2Report.Pair, String> ours = new TreeMap<>();
        for (ControlRow row : rows) {
            if (!row.ruleId().startsWith("HIPAA") && !row.ruleId().startsWith("NIST")) continue;
            var pair = new Nag2Report.Pair(row.stack(), row.ruleId().replaceFirst(".*::", "").replaceFirst("\\[.*", ""),
                    row.resourceId().replaceFirst(".*/", ""));
            ours.merge(pair, row.compliance() + (row.compliance().toString().startsWith("Not") ? " " + row.cause() : ""), (a, b) -> a.equals(b) ? a : a + " AND " + b);
        }
        var all = new java.util.TreeSet<>(ours.keySet());
        all.addAll(report.words().keySet());
        var out = new ArrayList<String>();
        for (var p : all) {
            out.add(report.of(p) + "\t" + ours.getOrDefault(p, "-") + "\t" + p.template() + "\t" + p.rule() + "\t" + p.resource());
        }
        java.nio.file.Files.write(Path.of("/tmp/diff.tsv"), out);
    }
}
