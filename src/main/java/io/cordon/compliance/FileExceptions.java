package io.cordon.compliance;

import io.cordon.compliance.assembly.RecordedException;
import io.cordon.policies.ExceptionFolder;
import io.cordon.policies.StatedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;
import software.constructs.Node;

/**
 * The exceptions of an app that stand in files of its own, because no code of its own makes the construct or because
 * somebody else answers for them than who writes the code.
 *
 * <p>Only the folder is read, never the class path: what a library excuses must not reach into an app that uses it.
 */
final class FileExceptions {
    /** What is wrong with a file that cannot be read. */
    static final String BAD_FILE = "BadFile";

    private static final Path FOLDER = Path.of("policies", "exceptions");
    private static final int MOST_REQUESTS = 1_500;
    private static final String MEND =
            "Correct the file; its form is policies/schemas/exception-file.schema.json, in Cordon's jar too.";

    private final ExceptionFolder folder;
    private final Set<List<String>> told = new HashSet<>();

    private FileExceptions(ExceptionFolder folder) {
        this.folder = folder;
    }

    static FileExceptions none() {
        return new FileExceptions(ExceptionFolder.none());
    }

    /** Reads the folder that the context names, or else the usual one if there is one. */
    static FileExceptions of(App app) {
        var given = app.getNode().tryGetContext(HipaaGuardrails.EXCEPTIONS);
        if (given == null && !Files.exists(FOLDER)) {
            return none();
        }
        var path = given == null ? FOLDER : Path.of(Objects.toString(given));
        return new FileExceptions(ExceptionFolder.read(path, path.isAbsolute() ? path.getFileName() : path));
    }

    /** Returns what the files state, in the words of the assembly. */
    List<RecordedException> recorded() {
        return folder.stated().entrySet().stream()
                .map(entry -> recorded(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static RecordedException recorded(String file, StatedException stated) {
        return new RecordedException(
                stated.scope(),
                stated.id(),
                stated.reason(),
                new RecordedException.Terms(
                        stated.owner(),
                        stated.expires().toString(),
                        stated.compensatingControl(),
                        stated.ticket(),
                        file));
    }

    /** Returns a finding for whatever cannot be read; nothing excuses it. */
    List<Finding> problems() {
        return folder.problems().stream()
                .map(problem -> new Finding(Governance.PACK, BAD_FILE, "fatal", problem, Governance.WHY, MEND, ""))
                .toList();
    }

    /** Whether the assembly records an exception only because an earlier synth of the same app had it from a file. */
    boolean wasTold(RecordedException exception) {
        return exception.terms() == null && told.contains(List.of(exception.path(), exception.id()));
    }

    /** Has the CDK show as excused what the files excuse; it reads acknowledgements when every plugin has spoken. */
    void tell(IConstruct app, Governance governance) {
        var byPath = governance.excusing().stream()
                .filter(exception -> !exception.file().isEmpty())
                .collect(Collectors.groupingBy(RecordedException::path, TreeMap::new, Collectors.toList()));
        var walk = new Walk(app);
        byPath.forEach((path, exceptions) -> {
            walk.request(2);
            Validations.of(walk.to(path))
                    .acknowledge(exceptions.stream()
                            .map(it -> Acknowledgment.builder()
                                    .id(it.id())
                                    .reason(it.reason())
                                    .build())
                            .toArray(Acknowledgment[]::new));
            exceptions.forEach(it -> told.add(List.of(it.path(), it.id())));
        });
    }

    /** Goes from the app to constructs, and asks the CDK for none twice: see {@link WholeRead} for why that counts. */
    private static final class Walk {
        private final Map<String, IConstruct> constructs = new HashMap<>();
        private final Map<String, Node> nodes = new HashMap<>();
        private int requests;

        Walk(IConstruct app) {
            constructs.put("", app);
        }

        IConstruct to(String path) {
            var known = constructs.get(path);
            if (known != null) {
                return known;
            }
            var end = path.lastIndexOf('/');
            var parent = path.substring(0, Math.max(0, end));
            request(2);
            var around = to(parent);
            var child = nodes.computeIfAbsent(parent, it -> around.getNode()).findChild(path.substring(end + 1));
            constructs.put(path, child);
            return child;
        }

        void request(int count) {
            requests += count;
            if (requests > MOST_REQUESTS) {
                throw new IllegalStateException("exceptions in files: too many constructs for one synth; excuse those "
                        + "that your own code makes with Acknowledge.on(construct)");
            }
        }
    }
}
