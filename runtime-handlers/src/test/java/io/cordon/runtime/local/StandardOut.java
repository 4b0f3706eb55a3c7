package io.cordon.runtime.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Keeps what is written to standard output, where Lambda collects log lines and metrics; installed before any logger. */
public final class StandardOut implements LauncherSessionListener {
    private static final ByteArrayOutputStream WRITTEN = new ByteArrayOutputStream();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        keep();
    }

    /** From now on it is kept, and nobody sees it. */
    public static void keep() {
        System.setOut(new PrintStream(WRITTEN, true, StandardCharsets.UTF_8));
    }

    /** All lines so far. */
    public static List<String> lines() {
        return WRITTEN.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The lines that the work wrote. */
    public static List<String> linesOf(Runnable work) {
        int before = lines().size();
        work.run();
        return lines().subList(before, lines().size());
    }
}
