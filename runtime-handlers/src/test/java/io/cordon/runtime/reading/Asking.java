package io.cordon.runtime.reading;

import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.BedrockServer.Model;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.reading.BedrockReader.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Asks a model as the function does, with the client that it has. */
final class Asking {
    /** More than any test needs. */
    static final Duration LONG = Duration.ofSeconds(60);

    private static final Terms TERMS = new Terms(4_096, Duration.ofMillis(100));
    private static final BedrockRuntimeClient CLIENT;

    static {
        BedrockServer.start();
        CLIENT = AwsClients.bedrockRuntime();
    }

    private Asking() {}

    static Reading about(Model model, Content content) {
        return about(model, content, LONG);
    }

    static Reading about(Model model, Content content, Duration time) {
        return new BedrockReader(CLIENT, model.id(), TERMS).read(content, time);
    }

    static Reading about(Model model) {
        return about(model, text("Leukozyten 11,2 H"));
    }

    static Content text(String text) {
        return new Content("text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
