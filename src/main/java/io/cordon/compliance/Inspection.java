package io.cordon.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.evidence.Sources;
import io.cordon.compliance.source.ConstructLines;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.IPolicyValidationContext;
import software.constructs.IConstruct;

/** What one synth's rules have said so far; the plugins fill it in the order in which they are registered. */
final class Inspection {
    private final Path directory;
    private final LocalDate asOf;
    private final FileExceptions files;
    private final ConstructLines lines;
    private final List<Finding> findings = new ArrayList<>();
    private final List<OwnVerdict> verdicts = new ArrayList<>();
    private final Map<String, String> unfinished = new TreeMap<>();
    private @Nullable Assembly assembly;

    Inspection(Path directory, LocalDate asOf, FileExceptions files, ConstructLines lines) {
        this.directory = directory;
        this.asOf = asOf;
        this.files = files;
        this.lines = lines;
    }

    /** Returns the exceptions that files state. */
    FileExceptions files() {
        return files;
    }

    void add(List<Finding> found) {
        findings.addAll(found);
    }

    void add(OwnVerdict verdict) {
        verdicts.add(verdict);
    }

    /** Records that a pack did not finish: what it did not find proves nothing. */
    Finding unfinished(String pack, Throwable e) {
        var finding = GatePlugin.unfinished(pack, e);
        unfinished.put(pack, finding.info());
        findings.add(finding);
        return finding;
    }

    /** Returns why a pack did not finish. */
    Optional<String> unfinished(String pack) {
        return Optional.ofNullable(unfinished.get(pack));
    }

    /** Returns the packs that did not finish, and why. */
    Map<String, String> unfinished() {
        return Collections.unmodifiableMap(new TreeMap<>(unfinished));
    }

    /** Forgets everything: a second synth of the same app starts anew. */
    void clear() {
        findings.clear();
        verdicts.clear();
        unfinished.clear();
        assembly = null;
    }

    /** Returns where the constructs were made; none is noted afterwards. */
    Sources sources() {
        return lines.sources();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<OwnVerdict> verdicts() {
        return List.copyOf(verdicts);
    }

    /** Returns the assembly that is being validated, read once. */
    Assembly read(IPolicyValidationContext context) {
        if (assembly == null) {
            var app = context.getAppConstruct();
            var cdk = new WholeRead(app);
            var read = Assembly.read(directory, sources(cdk.get(context, "stackTemplates")), asOf);
            assembly = new Assembly(
                    read.directory(), read.stacks(), exceptions(aboveStacks(app, cdk), read.exceptions()), asOf);
        }
        return Objects.requireNonNull(assembly);
    }

    /** Returns an app of which nothing is known, for the evidence of a synth that did not get so far. */
    Assembly unread() {
        return new Assembly(directory, List.of(), List.of(), asOf);
    }

    private List<RecordedException> exceptions(List<RecordedException> above, List<RecordedException> inStacks) {
        return Stream.of(above, inStacks, files.recorded())
                .flatMap(List::stream)
                .filter(exception -> !files.wasTold(exception))
                .sorted(Comparator.comparing(RecordedException::path).thenComparing(RecordedException::id))
                .toList();
    }

    /** What cannot be read above the stacks must not keep the evidence of the stacks from being written. */
    private List<RecordedException> aboveStacks(IConstruct app, WholeRead cdk) {
        try {
            return AboveStacks.exceptions(app, cdk);
        } catch (RuntimeException e) {
            unfinished(Governance.PACK, e);
            return List.of();
        }
    }

    private static List<Assembly.Source> sources(JsonNode stacks) {
        return StreamSupport.stream(stacks.spliterator(), false)
                .map(stack -> new Assembly.Source(
                        stack.path("stackConstructPath").asText(),
                        Path.of(stack.path("templatePath").asText()),
                        stack.path("accountId").asText("unknown") + "/"
                                + stack.path("region").asText("unknown"),
                        false))
                .toList();
    }
}
