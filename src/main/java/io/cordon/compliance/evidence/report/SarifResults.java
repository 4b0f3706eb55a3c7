package io.cordon.compliance.evidence.report;

import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import io.cordon.compliance.evidence.SourceLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings as results, each with its place in the code and in the app. */
record SarifResults(Facts facts, SarifRules rules) {
    /** Code scanning refuses a result without a place: what has no known line is shown at the app's entry. */
    private static final SourceLine ENTRY = new SourceLine("cdk.json", 1);

    List<Sarif.Result> all() {
        return facts.observations().stream().map(this::result).toList();
    }

    private Sarif.Result result(Observation found) {
        var rule = SarifRules.id(found);
        var line = facts.sources().of(found.path());
        return new Sarif.Result(
                rule,
                rules.index(rule),
                "fail",
                SarifRules.level(found),
                new Sarif.Text(message(found)),
                List.of(location(found.path(), line.orElse(ENTRY))),
                fingerprints(found),
                found.excused() ? suppressions(found) : List.of(),
                new TreeMap<>(line.isPresent() ? Map.of() : Map.of("line", "not known")));
    }

    private static String message(Observation found) {
        var where = found.path().isEmpty() ? "" : found.path() + ": ";
        return Plain.text(Stream.of(where + found.info(), found.mend())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private static Sarif.Location location(String path, SourceLine line) {
        return new Sarif.Location(
                new Sarif.PhysicalLocation(
                        new Sarif.ArtifactLocation(uri(line.file()), Sarif.TOP), new Sarif.Region(line.line())),
                path.isEmpty() ? List.of() : List.of(new Sarif.LogicalLocation(path, "resource")));
    }

    private static String uri(String file) {
        try {
            return new URI("file", "", "/" + file, null).toASCIIString().substring("file:///".length());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /**
     * A finding is the same as long as rule and construct are, wherever its line moves. Many constructs are made by one
     * line, so the fingerprint that code scanning would compute of the line itself does not tell them apart.
     */
    private static TreeMap<String, String> fingerprints(Observation found) {
        var same = sha256(found.ruleId() + "\n" + found.path());
        return new TreeMap<>(Map.of("ruleAndConstruct/v1", same, "primaryLocationLineHash", same));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java has SHA-256", e);
        }
    }

    private List<Sarif.Suppression> suppressions(Observation found) {
        return facts.exceptions().stream()
                .filter(it -> it.ruleId().equals(found.ruleId()) && covers(it, found.path()))
                .max(Comparator.comparingInt(it -> it.madeOn().length()))
                .map(it -> new Sarif.Suppression("external", "accepted", Plain.text(justification(it))))
                .stream()
                .toList();
    }

    private static boolean covers(ExceptionRow exception, String path) {
        return exception.madeOn().isEmpty()
                || path.equals(exception.madeOn())
                || path.startsWith(exception.madeOn() + "/");
    }

    private static String justification(ExceptionRow exception) {
        return exception.reason()
                + (exception.compensation().isEmpty() ? "" : " In its stead: " + exception.compensation())
                + " Owner: " + exception.owner() + ". Until: " + exception.expires() + ".";
    }
}
