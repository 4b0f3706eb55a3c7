package io.cordon.app;

import io.cordon.compliance.HipaaGuardrails;
import io.cordon.systems.serenya.Serenya;
import software.amazon.awscdk.App;

/** Synthesizes every shipped system behind the gate: what {@code cdk.json} runs. */
public final class CordonApp {
    private CordonApp() {}

    /** Synthesizes; a problem ends it with one message and exit code 1. */
    public static void main(String[] args) {
        Console.run(outcome -> {
            var app = new App();
            var gate = HipaaGuardrails.apply(app);
            Serenya.addTo(app);
            try {
                app.synth();
            } finally {
                gate.outcome().ifPresent(outcome);
            }
        });
    }
}
