package io.cordon.runtime.bench;

import io.cordon.runtime.local.Example;
import io.cordon.runtime.local.FunctionProcess;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.RuntimeApi.Reply;
import io.cordon.runtime.local.Surroundings;
import io.cordon.runtime.local.TaskRoot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something to start: a function of the manifest out of its jar, or the trivial handler out of its own. */
record Subject(String name, String handler, Path jar, Map<String, String> environment) {
    private static final String TRIVIAL = "trivial";
    private static final Duration TIME = Duration.ofSeconds(60);

    static Subject of(String function, Path jar) {
        String handler = Manifest.function(function).get("handler").textValue();
        return new Subject(function, handler, jar, Surroundings.of(function));
    }

    static Subject trivial(Path jar) {
        return new Subject(TRIVIAL, TrivialHandler.class.getName(), jar, Surroundings.lambda());
    }

    /** From the start of a process to its first answer: by the clock, and by what the process itself used. */
    record Start(Duration clock, Duration processor) {}

    /** Starts it and sends one event. */
    Start start(List<String> options) {
        try (Example example = new Example();
                FunctionProcess process = process(options)) {
            Reply reply = process.send(event(example), TIME);
            if (!reply.isAnswer()) {
                throw new IllegalStateException(name + ": " + reply);
            }
            Start taken = new Start(process.until(reply), process.processorTime());
            process.end();
            return taken;
        }
    }

    /** How many classes are loaded when the first answer is there. */
    long classes(Path scratch) throws IOException {
        Path log = scratch.resolve(name + ".classes");
        start(List.of("-Xlog:class+load:file=" + log));
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }

    private String event(Example example) {
        return name.equals(TRIVIAL) ? "{}" : example.event(name);
    }

    private FunctionProcess process(List<String> options) {
        List<String> java = new ArrayList<>();
        java.add(TaskRoot.program());
        java.addAll(options);
        java.addAll(List.of("-classpath", jar + File.pathSeparator + TaskRoot.client()));
        return FunctionProcess.of(java, handler, environment);
    }
}
