package io.cordon.runtime.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.platform.Variables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Where providers publish keys, on this machine. */
public final class LocalKeys implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String body, String location, boolean hangs) {}

    private LocalKeys(HttpServer server) {
        this.server = server;
    }

    /** Publishes nothing yet. */
    public static LocalKeys started() {
        try {
            LocalKeys keys =
                    new LocalKeys(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            keys.server.createContext("/", keys::answer);
            keys.server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            keys.server.start();
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a good set, a broken one and a strange one fetched, and leaves the good one. */
    public static void areFetchedInEveryWay() {
        Job.named("identity-keys"); // as Lambda makes it
        try (LocalKeys keys = started()) {
            keys.answer("google", 200, SignIns.GOOGLE.jwks());
            keys.answer("apple", 200, SignIns.APPLE.jwks());
            keys.job().take(Map.of("id", "event-1"));
            keys.answer("google", 200, "");
            keys.answer("apple", 200, SignIns.APPLE.rotated().jwks());
            keys.job().take(Map.of("id", "event-1"));
        }
    }

    /** From now on a provider answers so. */
    public void answer(String provider, int status, String body) {
        answers.put("/" + provider, new Answer(status, body, "", false));
    }

    /** From now on a provider sends everybody elsewhere. */
    void redirect(String provider, String elsewhere) {
        answers.put("/" + provider, new Answer(302, "", "/" + elsewhere, false));
    }

    /** From now on a provider sends a beginning, and then nothing. */
    void hang(String provider) {
        answers.put("/" + provider, new Answer(200, "{", "", true));
    }

    /** The function, which fetches from here. */
    public Job job() {
        Map<String, String> environment = Map.of(
                "APPLICATION_TABLE", LocalAws.TABLE,
                "POWERTOOLS_METRICS_NAMESPACE", "Cordon/Tests",
                "POWERTOOLS_SERVICE_NAME", "identity-keys");
        return Variables.during(
                "identity-keys", environment, () -> Job.running("identity-keys", new IdentityKeysHandler(this::of)));
    }

    URI of(Provider provider) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + provider.word());
    }

    @Override
    public void close() {
        server.stop(0);
        SignIns.GOOGLE.published(Instant.now());
        SignIns.APPLE.published(Instant.now());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "", "", false));
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "public, max-age=19873, must-revalidate, no-transform");
        if (!answer.location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", answer.location);
        }
        exchange.sendResponseHeaders(
                answer.status, answer.hangs ? body.length + 10 : body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
        if (!answer.hangs) {
            exchange.close();
        }
    }
}
