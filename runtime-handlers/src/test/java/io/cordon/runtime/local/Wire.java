package io.cordon.runtime.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Keeps what functions send to AWS; the SDK finds it by its own list of global interceptors. */
public final class Wire implements ExecutionInterceptor {
    private static final ThreadLocal<List<Sent>> KEPT = new ThreadLocal<>();

    /** One request as it goes out. */
    public record Sent(String method, String path, String head, String body) {}

    /** What functions send from this thread while the work is done; the tests' own calls do not count. */
    public static List<Sent> during(Runnable work) {
        List<Sent> sent = new CopyOnWriteArrayList<>();
        KEPT.set(sent);
        try {
            work.run();
            return sent;
        } finally {
            KEPT.remove();
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        List<Sent> kept = KEPT.get();
        if (kept != null && Recorder.RUNNING.get() != null) {
            SdkHttpRequest request = context.httpRequest();
            String head = request.method() + " " + request.getUri() + " " + request.headers();
            kept.add(new Sent(request.method().name(), request.getUri().getPath(), head, body(context)));
        }
    }

    private static String body(Context.BeforeTransmission context) {
        if (context.requestBody().isEmpty()) {
            return "";
        }
        try (InputStream in =
                context.requestBody().get().contentStreamProvider().newStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
