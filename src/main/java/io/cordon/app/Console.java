package io.cordon.app;

import io.cordon.compliance.GateOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What a person sees of a synth: its summary, or one message that says what to mend. */
final class Console {
    /** Set by {@code cdk --debug}; only then is a stack trace worth its room. */
    private static final String DEBUG = "CDK_DEBUG";

    private Console() {}

    static void run(Supplier<GateOutcome> synth) {
        var start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        try {
            var outcome = synth.get();
            new SynthSummary(outcome, Duration.between(start, Instant.now()))
                    .lines()
                    .forEach(System.out::println);
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
