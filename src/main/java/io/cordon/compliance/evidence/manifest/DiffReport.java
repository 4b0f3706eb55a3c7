package io.cordon.compliance.evidence.manifest;

import io.cordon.compliance.evidence.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What changed between two packs, as Markdown for a pull request. */
public final class DiffReport {
    private static final int LONGEST_TABLE = 100;

    private final StringBuilder text = new StringBuilder();

    private DiffReport() {}

    /**
     * Compares two packs.
     *
     * @param before the folder {@code evidence/} of the earlier synth
     * @param after that of the later one
     * @throws IllegalArgumentException if one of them has no manifest
     */
    public static String of(Path before, Path after) {
        var report = new DiffReport();
        var earlier = ManifestFile.read(before);
        var later = ManifestFile.read(after);
        report.line("## Evidence: " + (earlier.result().equals(later.result()) ? "" : earlier.result() + ", then ")
                + later.result());
        report.section("Made from", origins(earlier, later));
        var diff = new PackDiff(before, after);
        report.section("Controls", diff.controls());
        report.section("Exceptions", diff.exceptions());
        report.section("Resources", diff.resources());
        report.section("Keys", diff.keys());
        report.section("Data flows", diff.flows());
        return report.text.toString();
    }

    private static List<Change> origins(Manifest earlier, Manifest later) {
        var versions = new TreeSet<>(earlier.versions().keySet());
        versions.addAll(later.versions().keySet());
        return Stream.concat(
                        Stream.of(
                                new Change("As of", earlier.asOf(), later.asOf()),
                                new Change("Commit", earlier.commit(), later.commit()),
                                new Change("Working tree", earlier.tree(), later.tree())),
                        versions.stream()
                                .map(name -> new Change(
                                        name,
                                        earlier.versions().getOrDefault(name, ""),
                                        later.versions().getOrDefault(name, ""))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private void section(String title, List<Change> changes) {
        line("");
        if (changes.isEmpty()) {
            line("### " + title + ": no change");
            return;
        }
        line("### " + title + ": " + Counted.of(changes.size(), "change"));
        line("");
        line("| | before | after |");
        line("|---|---|---|");
        changes.stream()
                .limit(LONGEST_TABLE)
                .map(change -> "| " + cell(change.what(), "") + " | " + cell(change.before(), "(none)") + " | "
                        + cell(change.after(), "(none)") + " |")
                .forEach(this::line);
        if (changes.size() > LONGEST_TABLE) {
            line("");
            line("And " + (changes.size() - LONGEST_TABLE) + " more.");
        }
    }

    /** What names and reasons contain must not become a table, a link or a tag of the page. */
    private static String cell(String words, String none) {
        return words.isEmpty()
                ? none
                : words.replaceAll("\\R", " ").replace("\\", "\\\\").replaceAll("([|`*_<>\\[\\]])", "\\\\$1");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
