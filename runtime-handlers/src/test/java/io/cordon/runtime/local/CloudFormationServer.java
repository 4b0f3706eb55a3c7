package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The address that CloudFormation gives for the answer of a custom resource. */
public final class CloudFormationServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final List<String> contentTypes = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    private CloudFormationServer(HttpServer server) {
        this.server = server;
    }

    /** Starts to listen. */
    public static CloudFormationServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            CloudFormationServer waiting = new CloudFormationServer(server);
            server.createContext("/", waiting::take);
            server.start();
            return waiting;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many answers are refused first. */
    public CloudFormationServer failing(int times) {
        failures.set(times);
        return this;
    }

    /** Each answer takes so long. */
    public CloudFormationServer slow(Duration time) {
        delay = time;
        return this;
    }

    /** An event of this kind, with these properties. */
    public Map<String, Object> event(String type, Map<String, Object> properties) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("RequestType", type);
        event.put("ResponseURL", "http://127.0.0.1:" + server.getAddress().getPort() + "/answer?X-Amz-Signature=s");
        event.put("StackId", "arn:aws:cloudformation:eu-west-1:111122223333:stack/clinic/1");
        event.put("RequestId", "request-1");
        event.put("LogicalResourceId", "Thing");
        event.put("ResourceType", "Custom::Thing");
        if (!type.equals("Create")) {
            event.put("PhysicalResourceId", "thing-1");
        }
        event.put("ResourceProperties", properties);
        return event;
    }

    /** The answers that arrived. */
    public List<JsonNode> answers() {
        return answers;
    }

    /** The one answer that arrived. */
    public JsonNode answer() {
        if (answers.size() != 1) {
            throw new AssertionError(answers.size() + " answers");
        }
        return answers.get(0);
    }

    /** The content types that were sent, which must be empty: the address is not signed for any. */
    public List<String> contentTypes() {
        return contentTypes;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(delay.toNanos());
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            contentTypes.add(type);
        }
        boolean fails = failures.getAndDecrement() > 0;
        if (!fails) {
            answers.add(JSON.readTree(body));
        }
        exchange.sendResponseHeaders(fails ? 503 : 200, -1);
        exchange.close();
    }
}
