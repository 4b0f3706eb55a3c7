package io.cordon.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A function in a process of its own, run by the client that runs it in Lambda. */
public final class FunctionProcess implements AutoCloseable {
    private final RuntimeApi api = RuntimeApi.started();
    private final Path out;
    private final Path err;
    private final long began;
    private final Process process;

    private FunctionProcess(List<String> java, String handler, Path directory, Map<String, String> environment) {
        List<String> command = new ArrayList<>(java);
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(handler);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        try {
            this.out = Files.createTempFile("function", ".out");
            this.err = Files.createTempFile("function", ".err");
            this.began = System.nanoTime();
            this.process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        process.onExit().thenAccept(ended -> api.note("ended with " + ended.exitValue(), read(err)));
    }

    /** The function of this name in the manifest. */
    public static FunctionProcess of(String function) {
        return of(function, List.of(), Surroundings.of(function));
    }

    /**
     * The same with SnapStart: it stops for its snapshot, and asks for credentials at an address, as Lambda lets it; which
     * classes it loads is written to a file.
     */
    public static FunctionProcess withSnapshot(String function, CredentialsServer credentials, Path classes) {
        Map<String, String> environment = Surroundings.of(function);
        environment.keySet().removeAll(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials.url());
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");
        return of(function, List.of("-Xlog:class+load:file=" + classes), environment);
    }

    /** A handler in a process that begins with these words, in this environment and where this one runs. */
    public static FunctionProcess of(List<String> java, String handler, Map<String, String> environment) {
        return new FunctionProcess(java, handler, Path.of(""), environment);
    }

    private static FunctionProcess of(String function, List<String> options, Map<String, String> environment) {
        List<String> java = new ArrayList<>(TaskRoot.java());
        java.addAll(1, options);
        String handler = Manifest.function(function).get("handler").textValue();
        return new FunctionProcess(java, handler, TaskRoot.PATH, environment);
    }

    /** Sends an event that has to be done with within this time, and waits for what comes back. */
    public RuntimeApi.Reply send(String event, Duration time) {
        api.send(event, time);
        return api.reply();
    }

    /** What the process says next by itself. */
    public RuntimeApi.Reply reply() {
        return api.reply();
    }

    /** How long after its start the process said this. */
    public Duration until(RuntimeApi.Reply reply) {
        return Duration.ofNanos(reply.nanos() - began);
    }

    /** How much processor time it has used so far. */
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Lets the process end by itself, as Lambda does when it is done with it. */
    public void end() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines on its standard output. */
    public List<String> lines() {
        return read(out).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
