package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.RecordedException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.IPolicyValidationContext;
import software.amazon.awscdk.PolicyValidationStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;
import software.constructs.MetadataEntry;

/** What one synth's rules have said so far; the plugins fill it in the order in which they are registered. */
final class Inspection {
    private final Path directory;
    private final LocalDate asOf;
    private final List<Finding> findings = new ArrayList<>();
    private final List<OwnVerdict> verdicts = new ArrayList<>();
    private @Nullable Assembly assembly;

    Inspection(Path directory, LocalDate asOf) {
        this.directory = directory;
        this.asOf = asOf;
    }

    void add(List<Finding> found) {
        findings.addAll(found);
    }

    void add(OwnVerdict verdict) {
        verdicts.add(verdict);
    }

    /** Forgets everything: a second synth of the same app starts anew. */
    void clear() {
        findings.clear();
        verdicts.clear();
        assembly = null;
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
            var stacks = context.getStackTemplates().stream()
                    .map(stack -> new Assembly.Source(
                            stack.getStackConstructPath(), Path.of(stack.getTemplatePath()), environment(stack)))
                    .toList();
            var read = Assembly.read(directory, stacks, asOf);
            assembly = new Assembly(
                    read.directory(),
                    read.stacks(),
                    Stream.concat(aboveStacks(context.getAppConstruct()), read.exceptions().stream())
                            .toList(),
                    asOf);
        }
        return Objects.requireNonNull(assembly);
    }

    private static String environment(PolicyValidationStack stack) {
        return Objects.requireNonNullElse(stack.getAccountId(), "unknown") + "/"
                + Objects.requireNonNullElse(stack.getRegion(), "unknown");
    }

    /** An acknowledgement on an app or a stage belongs to no stack, so no file of the assembly records it. */
    private static Stream<RecordedException> aboveStacks(IConstruct construct) {
        return Stack.isStack(construct)
                ? Stream.of()
                : Stream.concat(
                        on(construct),
                        construct.getNode().getChildren().stream().flatMap(Inspection::aboveStacks));
    }

    private static Stream<RecordedException> on(IConstruct construct) {
        var path = construct.getNode().getPath();
        return construct.getNode().getMetadata().stream()
                .filter(entry -> entry.getType().equals(Validations.ACKNOWLEDGED_RULES_METADATA_KEY))
                .map(MetadataEntry::getData)
                .filter(Map.class::isInstance)
                .flatMap(data -> ((Map<?, ?>) data).entrySet().stream())
                .map(rule -> new RecordedException(
                        path, String.valueOf(rule.getKey()), String.valueOf(rule.getValue()), null));
    }
}
