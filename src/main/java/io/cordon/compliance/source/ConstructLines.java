package io.cordon.compliance.source;

import io.cordon.compliance.evidence.SourceLine;
import io.cordon.compliance.evidence.Sources;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/**
 * The lines of one app's constructs, noted while they are made.
 *
 * <p>What the CDK makes by itself below a construct has no line of its own; {@link Sources#of} answers with the nearest
 * one above it. What another thread makes than the one that began this has none either.
 */
public final class ConstructLines {
    private static final String UNKNOWN = "No construct's line is known: ";

    private final Map<String, SourceLine> lines = new TreeMap<>();
    private final Maker maker = new Maker(SourceRoots.ofWorkingDirectory());
    private @Nullable Creations creations;
    private String limit = UNKNOWN + "none was made on the thread that put the app behind the gate.";

    private ConstructLines() {}

    /** Notes the lines of {@code app} from now on, until they are asked for. */
    public static ConstructLines of(App app) {
        return of(app, JsiiMessages.FIELD);
    }

    /** Notes nothing, of an app that was never built. */
    public static ConstructLines none() {
        return new ConstructLines();
    }

    static ConstructLines of(App app, String field) {
        var noted = new ConstructLines();
        try {
            noted.creations = Creations.follow(app, noted, new JsiiMessages(field));
        } catch (ReflectiveOperationException | RuntimeException e) {
            noted.limit = UNKNOWN + "this jsii does not let itself be heard ("
                    + e.getClass().getSimpleName() + ").";
        }
        return noted;
    }

    /** Notes the line whose {@code new} makes the construct at {@code path}. */
    synchronized void made(String path) {
        maker.line().ifPresent(line -> lines.put(path, line));
    }

    /** Notes the line of a call that may have a construct made at {@code path}. */
    synchronized void called(String path) {
        maker.caller().ifPresent(line -> lines.putIfAbsent(path, line));
    }

    /** Returns what was noted, and notes no more: a second synth of the same app gets the same lines. */
    public Sources sources() {
        if (creations != null) {
            creations.forget(this);
        }
        return noted();
    }

    private synchronized Sources noted() {
        return new Sources(Collections.unmodifiableMap(new TreeMap<>(lines)), lines.isEmpty() ? limit : "");
    }
}
