package io.cordon.app;

import io.cordon.compliance.GateOutcome;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Compliance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a synth did, in a few lines for the person who ran it. */
record SynthSummary(GateOutcome outcome, Duration taken) {

    /** Returns what was built, how big it is, what was checked, and where the evidence is. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Synthesized as of " + outcome.asOf() + " in " + seconds() + ":");
        var width = outcome.stacks().stream()
                .mapToInt(stack -> stack.path().length())
                .max()
                .orElse(0);
        for (StackTemplate stack : outcome.stacks()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %3d resources  %4d KB template",
                    stack.path(),
                    stack.resources().size(),
                    kilobytes(stack.bytes())));
        }
        assets().forEach(size -> lines.add(String.format(
                Locale.ROOT, "  %-" + width + "s  %19.1f MB jar", "runtime-handlers", size / 1_000_000.0)));
        lines.add("Checked: HIPAA Security, NIST 800-53 R5, Cordon's own rules");
        lines.add("Rows: " + outcome.count(Compliance.COMPLIANT) + " compliant, "
                + outcome.count(Compliance.ACKNOWLEDGED) + " acknowledged, "
                + outcome.count(Compliance.NON_COMPLIANT) + " non-compliant, "
                + outcome.count(Compliance.NOT_EVALUATED) + " not evaluated");
        lines.add("Exceptions: " + number(outcome.governed(), "governed exception") + ", " + outcome.ungoverned()
                + " refused");
        lines.add("Result: " + result());
        lines.add("Evidence: " + outcome.evidence().resolve("index.html"));
        return lines;
    }

    private String result() {
        return outcome.passes()
                ? "passes the gate"
                : "fails the gate; what to mend stands in the report and the evidence";
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", taken.toMillis() / 1000.0);
    }

    private List<Long> assets() {
        try (var files = Files.list(outcome.evidence().resolveSibling(""))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .map(SynthSummary::size)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long kilobytes(long bytes) {
        return (bytes + 999) / 1000;
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
