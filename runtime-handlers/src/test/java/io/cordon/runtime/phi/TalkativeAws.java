package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Stands for services of AWS that fail, and quote in their words what nobody else may see. */
final class TalkativeAws implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final String words;
    private final Manner manner;

    /** How they fail. */
    enum Manner {
        /** By an error, with the words as its message. */
        QUOTING,
        /** By an answer of the words alone, which no client can read. */
        BABBLING,
        /** By an item that holds the words where a number or a time is expected. */
        MISTAKEN
    }

    private TalkativeAws(HttpServer server, String words, Manner manner) {
        this.server = server;
        this.words = words;
        this.manner = manner;
    }

    static TalkativeAws saying(String words, Manner manner) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TalkativeAws talkative = new TalkativeAws(server, words, manner);
            server.createContext("/", talkative::answer);
            server.start();
            return talkative;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a function whose clients find this in the place of these services. */
    <T> T inPlaceOf(List<String> services, Supplier<T> making) {
        Map<String, String> before = new HashMap<>();
        services.forEach(service -> before.put(property(service), System.getProperty(property(service))));
        services.forEach(service -> System.setProperty(
                property(service), "http://127.0.0.1:" + server.getAddress().getPort()));
        try {
            return making.get();
        } finally {
            before.forEach(System::setProperty);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String property(String service) {
        return "aws.endpointUrl" + service;
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean rest = exchange.getRequestURI().getPath().matches("/data-retention|/logging/.*");
        boolean json = rest || exchange.getRequestHeaders().containsKey("X-Amz-Target");
        byte[] body = (json ? json() : xml()).getBytes(StandardCharsets.UTF_8);
        if (rest && manner == Manner.QUOTING) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", "AccessDeniedException:");
        }
        exchange.getResponseHeaders().set("Content-Type", json ? "application/x-amz-json-1.0" : "application/xml");
        exchange.sendResponseHeaders(manner == Manner.QUOTING ? 403 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String json() throws IOException {
        return switch (manner) {
            case QUOTING -> JSON.writeValueAsString(Map.of("__type", "AccessDeniedException", "message", words));
            case BABBLING -> words;
            case MISTAKEN -> JSON.writeValueAsString(Map.of("Item", item(), "Attributes", item()));
        };
    }

    private Map<String, Object> item() {
        Map<String, Object> text = Map.of("S", words);
        return Map.of("ttl", Map.of("N", words), "createdAt", text, "owner", text, "tries", Map.of("N", words));
    }

    private String xml() {
        String quoted = words.replaceAll("[^\\p{L}\\p{N} @.+#:-]", "");
        return manner == Manner.BABBLING
                ? words
                : "<Error><Code>AccessDenied</Code><Message>" + quoted + "</Message><Key>" + quoted + "</Key></Error>";
    }
}
