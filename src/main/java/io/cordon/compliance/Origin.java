package io.cordon.compliance;

import io.cordon.compliance.evidence.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** From which sources an app was synthesized: asks git where the app runs, and says so if it does not know. */
final class Origin {
    static final String UNKNOWN = "not known";
    private static final long PATIENCE_SECONDS = 10;

    private final Path project;

    private Origin(Path project) {
        this.project = project.toAbsolutePath().normalize();
    }

    /**
     * Returns the origin of an app.
     *
     * @param project the folder that the app runs in
     * @param assembly where it writes, which makes no tree unclean
     */
    static Provenance of(Path project, Path assembly) {
        var origin = new Origin(project);
        return new Provenance(Versions.current(), origin.commit(), origin.tree(assembly));
    }

    private String commit() {
        return git(List.of("rev-parse", "--verify", "HEAD"))
                .map(String::strip)
                .orElse(UNKNOWN + ": git has no commit of the folder that the app runs in");
    }

    private String tree(Path assembly) {
        var status = new ArrayList<>(List.of("status", "--porcelain", "--untracked-files=normal", "--", "."));
        var written = assembly.toAbsolutePath().normalize();
        if (written.startsWith(project) && !written.equals(project)) {
            status.add(":(exclude)" + project.relativize(written).toString().replace('\\', '/'));
        }
        return git(status)
                .map(changes -> changes.isBlank() ? "clean" : "changed")
                .orElse(UNKNOWN);
    }

    /** Returns what git says; nothing where it is not installed, not a repository, too slow or of another owner. */
    private Optional<String> git(List<String> arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(arguments);
        try {
            var git = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Optional.empty();
            }
            return git.exitValue() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
