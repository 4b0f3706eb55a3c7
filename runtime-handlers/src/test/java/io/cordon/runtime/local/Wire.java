package io.cordon.runtime.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ContentStreamProvider;
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

    /** Keeps a request that a function makes by itself. */
    public static void overheard(SdkHttpRequest request, Optional<ContentStreamProvider> body) {
        List<Sent> kept = KEPT.get();
        if (kept != null) {
            kept.add(sent(request, body.map(Wire::text).orElse("")));
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        List<Sent> kept = KEPT.get();
        if (kept != null && Recorder.RUNNING.get() != null) {
            String body = context.requestBody()
                    .map(sent -> text(sent.contentStreamProvider()))
                    .orElse("");
            kept.add(sent(context.httpRequest(), body));
        }
    }

    private static Sent sent(SdkHttpRequest request, String body) {
        String head = request.method() + " " + request.getUri() + " " + request.headers();
        return new Sent(request.method().name(), request.getUri().getPath(), head, body);
    }

    private static String text(ContentStreamProvider body) {
        try (InputStream in = body.newStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
