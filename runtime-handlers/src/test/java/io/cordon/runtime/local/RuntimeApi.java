package io.cordon.runtime.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lambda's runtime API (2018-06-01), as the client within one execution environment speaks to it. */
public final class RuntimeApi implements AutoCloseable {
    /** Below this path lies the whole API. */
    public static final String ROOT = "/2018-06-01/runtime/";

    private final BlockingQueue<Sent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final HttpServer server;

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    /** What a process said, on which path (within the API), and when. */
    public record Reply(String path, String text, long nanos) {
        /** Whether it is the answer to an event. */
        public boolean isAnswer() {
            return path.endsWith("/response");
        }

        /** The id of the request that it is about. */
        public String requestId() {
            return path.split("/", -1)[1];
        }
    }

    private record Sent(String event, Instant deadline) {}

    static RuntimeApi started() {
        try {
            RuntimeApi api =
                    new RuntimeApi(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            api.server.createContext(ROOT, api::serve);
            api.server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands out an event that has to be done with within this time. */
    void send(String event, Duration time) {
        events.add(new Sent(event, Instant.now().plus(time)));
    }

    /** Notes what happened to the process itself. */
    void note(String what, String errors) {
        replies.add(new Reply(what, errors, System.nanoTime()));
    }

    /** What the process says next. */
    Reply reply() {
        try {
            Reply reply = replies.poll(20, TimeUnit.SECONDS);
            if (reply == null) {
                throw new AssertionError("No reply within 20 seconds");
            }
            return reply;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        if (path.equals("invocation/next")) {
            next(exchange);
        } else {
            replies.add(new Reply(path, new String(body, StandardCharsets.UTF_8), System.nanoTime()));
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 200 : 202, -1);
        }
        exchange.close();
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            Sent sent = events.take();
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
            headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(sent.deadline.toEpochMilli()));
            headers.set(
                    "Lambda-Runtime-Invoked-Function-Arn",
                    "arn:aws:lambda:eu-west-1:111122223333:function:function:live");
            headers.set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
            byte[] bytes = sent.event.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
