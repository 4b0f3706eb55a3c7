package io.cordon.app;

import io.cordon.compliance.evidence.manifest.DiffReport;
import io.cordon.compliance.evidence.manifest.Verification;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks at evidence packs that exist: {@code verify PACK} hashes one anew, {@code diff BEFORE AFTER} says in Markdown what
 * changed. A pack is the folder {@code evidence/} of a synth.
 */
public final class CordonEvidence {
    private static final String USAGE = """
            verify PACK          hashes a pack anew and compares it with its manifest
            diff BEFORE AFTER    says in Markdown what changed from one pack to another
            A pack is the folder evidence/ that a synth wrote.""";

    private final PrintStream out;

    private CordonEvidence(PrintStream out) {
        this.out = out;
    }

    /** Runs one command; exit code 0 if all is well, 1 if a pack is not whole, 2 if the command is wrong. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            if (args.size() == 2 && args.get(0).equals("verify")) {
                return new CordonEvidence(out).verify(Path.of(args.get(1)));
            }
            if (args.size() == 3 && args.get(0).equals("diff")) {
                out.print(DiffReport.of(Path.of(args.get(1)), Path.of(args.get(2))));
                return 0;
            }
            err.println(USAGE);
        } catch (RuntimeException e) {
            err.println(e.getMessage());
        }
        return 2;
    }

    private int verify(Path pack) {
        var seen = Verification.of(pack);
        seen.problems().forEach(problem -> out.println("Not as sealed: " + problem));
        out.println(seen.whole() + (seen.whole() == 1 ? " file is" : " files are") + " as the manifest says.");
        if (seen.templatesApart()) {
            out.println("The templates do not lie beside this pack: nothing is known of them.");
        }
        out.println("SHA-256 of manifest.json: " + seen.manifest());
        out.println(seen.problems().isEmpty() ? "Result: whole" : "Result: not whole");
        return seen.problems().isEmpty() ? 0 : 1;
    }
}
