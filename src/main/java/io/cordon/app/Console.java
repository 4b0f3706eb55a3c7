package io.cordon.app;

import io.cordon.compliance.GateOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What a person sees of a synth: its summary, and if it fails one message that says what to mend. */
final class Console {
    /** Set by {@code cdk --debug}; only then is a stack trace worth its room. */
    private static final String DEBUG = "CDK_DEBUG";

    private Console() {}

    /** Runs a synth, which hands over what it came to, whether it passes or fails. */
    static void run(Consumer<Consumer<GateOutcome>> synth) {
        var start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        try {
            synth.accept(outcome -> new SynthSummary(outcome, Duration.between(start, Instant.now()))
                    .lines()
                    .forEach(System.out::println));
        } catch (RuntimeException problem) {
            if ("true".equals(System.getenv(DEBUG))) {
                throw problem;
            }
            System.err.println(firstLines(problem));
            System.exit(1);
        }
    }

    /** The CDK's own errors carry the stack of the other language behind their message. */
    private static String firstLines(RuntimeException problem) {
        var message = String.valueOf(problem.getMessage());
        var stack = message.indexOf("\n    at ");
        return stack < 0 ? message : message.substring(0, stack);
    }
}
