package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Bedrock's settings of one account as its API has them (REST, JSON): invocation logging and data retention. */
public final class BedrockSettingsServer {
    /** The one bucket that Bedrock can write to. */
    public static final String BUCKET = "prompt-logs";
    /** What a call of either setting begins with. */
    public static final String LOGGING = "/logging/modelinvocations";
    /** As {@link #LOGGING}. */
    public static final String RETENTION = "/data-retention";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile ObjectNode settings = JSON.createObjectNode();
    private volatile ObjectNode stale = settings;
    private volatile int staleLooks;
    private volatile String failing = "";
    private volatile int status;
    private volatile String error = "";
    private volatile Duration delay = Duration.ZERO;

    private BedrockSettingsServer(HttpServer server) {
        this.server = server;
    }

    static BedrockSettingsServer started() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        BedrockSettingsServer bedrock = new BedrockSettingsServer(server);
        server.createContext("/", bedrock::answer);
        server.start();
        return bedrock.reset();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An account that nobody has set anything in, which nobody has asked yet. */
    public BedrockSettingsServer reset() {
        settings = JSON.createObjectNode().put("mode", "inherit");
        staleLooks = 0;
        failures.set(0);
        delay = Duration.ZERO;
        calls.clear();
        return this;
    }

    /** Somebody has set this logging, as JSON. */
    public void logging(String json) {
        settings.set("loggingConfig", Converse.json(json));
    }

    /** The logging that is set; missing if there is none. */
    public JsonNode logging() {
        return settings.path("loggingConfig");
    }

    /** Somebody has set this mode. */
    public void retention(String mode) {
        settings.put("mode", mode);
    }

    /** The mode that is set. */
    public String retention() {
        return settings.path("mode").asText();
    }

    /** So many of the next calls that begin so, such as {@code PUT /data-retention}, fail so; 0 cuts the connection. */
    public void fail(String call, int times, int code, String name) {
        failing = call;
        status = code;
        error = name;
        failures.set(times);
    }

    /** So many of the next looks show what is set now, whatever is set until then. */
    public void staleFor(int looks) {
        stale = settings.deepCopy();
        staleLooks = looks;
    }

    /** Each answer takes so long. */
    public void slow(Duration time) {
        delay = time;
    }

    /** What it was asked, such as {@code GET /data-retention}, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(delay.toNanos());
        byte[] body = exchange.getRequestBody().readAllBytes();
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        calls.add(call);
        if (!Signature.isGood(exchange, body, "bedrock")) {
            fail(exchange, 403, "InvalidSignatureException");
        } else if (call.startsWith(failing) && failures.getAndDecrement() > 0) {
            fail(exchange, status, error);
        } else {
            serve(exchange, call, body);
        }
    }

    private void serve(HttpExchange exchange, String call, byte[] body) throws IOException {
        switch (call) {
            case "DELETE " + LOGGING -> {
                settings.remove("loggingConfig");
                send(exchange, 200, "{}");
            }
            case "PUT " + LOGGING -> {
                JsonNode config = JSON.readTree(body).path("loggingConfig");
                if (!config.at("/s3Config/bucketName").asText().equals(BUCKET)) {
                    fail(exchange, 400, "ValidationException");
                    return;
                }
                settings.set("loggingConfig", config);
                send(exchange, 200, "{}");
            }
            case "GET " + LOGGING -> send(exchange, 200, seen("loggingConfig"));
            case "PUT " + RETENTION -> {
                settings.set("mode", JSON.readTree(body).path("mode"));
                send(exchange, 200, retained(settings));
            }
            case "GET " + RETENTION -> send(exchange, 200, seen("mode"));
            default -> fail(exchange, 404, "UnknownOperationException");
        }
    }

    private String seen(String field) {
        ObjectNode seen = staleLooks-- > 0 ? stale : settings;
        return field.equals("mode")
                ? retained(seen)
                : seen.deepCopy().retain(field).toString();
    }

    private static String retained(ObjectNode settings) {
        return settings.deepCopy()
                .retain("mode")
                .put("updatedAt", "2026-11-21T09:00:00.000Z")
                .toString();
    }

    private static void fail(HttpExchange exchange, int status, String error) throws IOException {
        if (status == 0) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("x-amzn-ErrorType", error + ":http://internal.amazon.com/coral/SECRET/");
        send(exchange, status, "{\"message\":\"SECRET\"}");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
