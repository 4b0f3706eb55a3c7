package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Speaks as Bedrock's runtime does and knows one operation, Converse. Each test has a model of its own, which answers as
 * told, in that order, and then with a good answer; the SDK finds the server by its standard settings.
 */
public final class BedrockServer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Model> MODELS = new ConcurrentHashMap<>();

    static {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/model/", BedrockServer::converse);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            System.setProperty("aws.region", "eu-west-1");
            System.setProperty("aws.accessKeyId", "LOCALACCESSKEY");
            System.setProperty("aws.secretAccessKey", "localsecretkey");
            System.setProperty(
                    "aws.endpointUrlBedrockRuntime",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private BedrockServer() {}

    /** Starts it, if it does not run yet. */
    public static void start() {
        // The class is initialised once, by whoever comes first.
    }

    /** A model that nobody else asks. */
    public static Model model() {
        return model("eu.test.model-" + UUID.randomUUID());
    }

    /** Whether there is a model of this id. */
    public static boolean isModel(String id) {
        return MODELS.containsKey(id);
    }

    /** The model of this id, or behind the inference profile of this id; always the same one. */
    public static Model model(String id) {
        return MODELS.computeIfAbsent(id, Model::new);
    }

    /** How one call is answered. */
    @FunctionalInterface
    private interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** One model: how it answers, and what it was asked. */
    public static final class Model {
        private final String id;
        private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
        private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
        private volatile Script otherwise = answer(Converse.calling(Converse.ANSWER));

        private Model(String id) {
            this.id = id;
        }

        /** What to ask for. */
        public String id() {
            return id;
        }

        /** Answers the next call with this reply of {@link Converse}. */
        public Model answering(String reply) {
            scripts.add(answer(reply));
            return this;
        }

        /** Fails so many of the next calls so. */
        public Model failing(int times, int status, String error) {
            return failing(times, status, error, "SECRET");
        }

        /** Fails so many of the next calls so, in these words. */
        public Model failing(int times, int status, String error, String message) {
            for (int i = 0; i < times; i++) {
                scripts.add(exchange -> fail(exchange, status, error, message));
            }
            return this;
        }

        /** Turns so many of the next calls away. */
        public Model throttling(int times) {
            return failing(times, 429, "ThrottlingException");
        }

        /** Answers the next call well, but late. */
        public Model slow(Duration delay) {
            scripts.add(exchange -> {
                LockSupport.parkNanos(delay.toNanos());
                send(exchange, 200, Converse.calling(Converse.ANSWER));
            });
            return this;
        }

        /** Says when the next call is there, and answers it well once it may. */
        public Model waiting(CountDownLatch asked, CountDownLatch answer) {
            scripts.add(exchange -> {
                asked.countDown();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                send(exchange, 200, Converse.calling(Converse.ANSWER));
            });
            return this;
        }

        /** Cuts the connection of the next call without a byte. */
        public Model cutting() {
            scripts.add(HttpExchange::close);
            return this;
        }

        /** Cuts the connection of the next call in the middle of its answer. */
        public Model cuttingWithin() {
            scripts.add(exchange -> {
                byte[] whole = Converse.calling(Converse.ANSWER).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            });
            return this;
        }

        /** Answers so whenever nothing else was told. */
        public Model otherwise(String reply) {
            otherwise = answer(reply);
            return this;
        }

        /** All that it was asked, in order. */
        public List<JsonNode> requests() {
            return requests;
        }

        /** How often it was asked. */
        public int calls() {
            return requests.size();
        }

        /** How often it was asked about this document. */
        public long calls(byte[] document) {
            String bytes = Base64.getEncoder().encodeToString(document);
            return requests.stream()
                    .filter(request -> request.findValuesAsText("bytes").contains(bytes))
                    .count();
        }

        private void serve(HttpExchange exchange, JsonNode request) throws IOException {
            requests.add(request);
            Script next = scripts.poll();
            (next == null ? otherwise : next).answer(exchange);
        }

        private static Script answer(String reply) {
            return exchange -> send(exchange, 200, reply);
        }
    }

    private static void converse(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!signature.matches(
                "AWS4-HMAC-SHA256 Credential=LOCALACCESSKEY/\\d{8}/eu-west-1/bedrock/aws4_request, .*")) {
            fail(exchange, 403, "IncompleteSignatureException", "Not signed for Bedrock");
            return;
        }
        // Decoded: the colon of an id is %3A on the wire.
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Model model = MODELS.get(path[2]);
        if (path.length != 4 || !path[3].equals("converse") || model == null) {
            fail(exchange, 400, "ValidationException", "The provided model identifier is invalid.");
            return;
        }
        model.serve(exchange, request);
    }

    private static void fail(HttpExchange exchange, int status, String error, String message) throws IOException {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", error);
        send(exchange, status, JSON.createObjectNode().put("message", message).toString());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
