package io.cordon.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** CloudTrail as it speaks on the wire (JSON 1.1): one trail, its state and the keys that it signs with. */
public final class CloudTrailServer {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final Map<String, Object> trail = new TreeMap<>();
    private final Map<String, Object> state = new TreeMap<>();
    private final Map<String, Object> selectors = new TreeMap<>();
    private final Map<String, byte[]> keys = new TreeMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String refusal = "";
    private volatile Duration delay = Duration.ZERO;

    private CloudTrailServer(HttpServer server) {
        this.server = server;
    }

    static CloudTrailServer started() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        CloudTrailServer cloudTrail = new CloudTrailServer(server);
        server.createContext("/", cloudTrail::answer);
        server.start();
        return cloudTrail.reset();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A trail that has recorded for a week, with no key yet. */
    public CloudTrailServer reset() {
        trail.clear();
        trail.putAll(Map.of(
                "Name",
                "clinic",
                "S3BucketName",
                LocalAws.TRAIL_BUCKET,
                "TrailARN",
                LocalAws.TRAIL,
                "HomeRegion",
                "eu-west-1",
                "LogFileValidationEnabled",
                true));
        trail("IncludeGlobalServiceEvents", true);
        trail("IsMultiRegionTrail", true);
        trail("KmsKeyId", "arn:aws:kms:eu-west-1:111122223333:key/one");
        trail("CloudWatchLogsLogGroupArn", "arn:aws:logs:eu-west-1:111122223333:log-group:trail:*");
        selectors("""
                {"AdvancedEventSelectors":[
                  {"Name":"Management events","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
                  {"FieldSelectors":[
                    {"Field":"eventCategory","Equals":["Data"]},
                    {"Field":"resources.type","Equals":["AWS::S3::Object"]},
                    {"Field":"resources.ARN","StartsWith":["arn:aws:s3:::one/","arn:aws:s3:::two/"]}]}]}
                """);
        state.clear();
        state.put("IsLogging", true);
        state.put("StartLoggingTime", Instant.now().minusSeconds(604_800).getEpochSecond());
        keys.clear();
        refusals.set(0);
        delay = Duration.ZERO;
        asked.set(0);
        return this;
    }

    /** One setting of the trail is otherwise. */
    public void trail(String name, Object value) {
        trail.put(name, value);
    }

    /** The trail's selectors, as CloudTrail says them. */
    public void selectors(String json) {
        selectors.clear();
        try {
            selectors.putAll(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One thing that the trail's status says. */
    public void state(String name, Object value) {
        state.put(name, value);
    }

    /** One thing that the status says no more. */
    public void clear(String name) {
        state.remove(name);
    }

    /** One more key, PKCS #1 in DER. */
    public void key(String fingerprint, byte[] pkcs1) {
        keys.put(fingerprint, pkcs1);
    }

    /** So many of the next calls fail so. */
    public void refuse(int times, String error) {
        refusal = error;
        refusals.set(times);
    }

    /** Each answer takes so long. */
    public void slow(Duration time) {
        delay = time;
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        LockSupport.parkNanos(delay.toNanos());
        exchange.getRequestBody().readAllBytes();
        if (refusals.getAndDecrement() > 0) {
            send(exchange, 400, Map.of("__type", refusal, "message", "SECRET"));
            return;
        }
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        switch (target.substring(target.lastIndexOf('.') + 1)) {
            case "GetTrail" -> send(exchange, 200, Map.of("Trail", trail));
            case "GetEventSelectors" -> send(exchange, 200, selectors);
            case "GetTrailStatus" -> send(exchange, 200, state);
            case "ListPublicKeys" -> send(exchange, 200, Map.of("PublicKeyList", keyList()));
            default -> send(exchange, 400, Map.of("__type", "UnsupportedOperationException"));
        }
    }

    private List<Map<String, Object>> keyList() {
        List<Map<String, Object>> list = new ArrayList<>();
        keys.forEach((fingerprint, key) -> list.add(
                Map.of("Fingerprint", fingerprint, "Value", Base64.getEncoder().encodeToString(key))));
        return list;
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
