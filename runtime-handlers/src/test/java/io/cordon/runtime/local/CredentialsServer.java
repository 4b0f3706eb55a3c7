package io.cordon.runtime.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a function with SnapStart gets its credentials; counts how often it is asked. */
public final class CredentialsServer implements AutoCloseable {
    private static final String ANSWER = """
            {"AccessKeyId":"LOCALACCESSKEY","SecretAccessKey":"localsecretkey","Expiration":"2100-01-01T00:00:00Z"}
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    /** Starts to listen. */
    public CredentialsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/credentials";
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
