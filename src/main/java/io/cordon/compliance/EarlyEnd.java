package io.cordon.compliance;

import io.cordon.compliance.evidence.EvidencePack;
import io.cordon.compliance.source.ConstructLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Leaves a pack that says so when the program ends before its templates were judged: a construct that throws, a check of
 * the CDK that fails, a template that cannot be written. Evidence that is missing would be taken for not made yet.
 */
final class EarlyEnd {
    private static final String WHY =
            "the program ended before its templates were written and judged, or it has no stack; what it said last says why";

    private final Thread hook;

    private EarlyEnd(Thread hook) {
        this.hook = hook;
    }

    /** Waits for the end of the program, which is the only event that every such failure shares. */
    static EarlyEnd of(Inspection inspection) {
        var hook = new Thread(() -> leaveWord(inspection), "cordon-evidence");
        Runtime.getRuntime().addShutdownHook(hook);
        return new EarlyEnd(hook);
    }

    /** Forgets the app: its gate has judged. */
    void judged() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** Leaves a pack for an app that was refused before anything was built. */
    static void refused(Path assembly, RuntimeException why) {
        var today = LocalDate.now(Clock.systemUTC());
        Evidence.unjudged(new Inspection(assembly, today, FileExceptions.none(), ConstructLines.none()), why);
    }

    /** A folder that is gone was temporary, and nobody looks into it; a pack that is there knows more. */
    static void leaveWord(Inspection inspection) {
        var assembly = inspection.unread().directory();
        if (Files.isDirectory(assembly)
                && !Files.exists(EvidencePack.in(assembly).directory())) {
            inspection.clear();
            Evidence.unjudged(inspection, new IllegalStateException(WHY));
        }
    }
}
