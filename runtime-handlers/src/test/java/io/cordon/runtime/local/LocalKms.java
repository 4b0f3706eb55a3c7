package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Speaks as KMS does (JSON 1.1) and knows {@link KmsOperations}; the SDK finds it by its standard settings. */
public final class LocalKms {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Key> KEYS = new ConcurrentHashMap<>();

    static {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", LocalKms::answer);
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
                    "aws.endpointUrlKms",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalKms() {}

    /** A key, how KMS answers about it, and how often it was asked. */
    public record Key(String arn, KeyPair pair, Optional<SecretKey> secret, ObjectNode answer, AtomicInteger asked) {
        /** What tokens call it. */
        public String id() {
            return arn.substring(arn.lastIndexOf('/') + 1);
        }

        /** From now on KMS answers with this error. */
        public Key failing(String error) {
            answer.removeAll();
            answer.put("__type", error).put("message", "SECRET " + arn);
            return this;
        }

        /** From now on KMS says this of the key. */
        public Key saying(String field, String value) {
            answer.put(field, value);
            return this;
        }

        /** From now on KMS answers late. */
        public Key slow() {
            return saying("slow", "yes");
        }
    }

    /** Starts it, if it does not run yet. */
    public static void start() {
        // The class is initialised once, by whoever comes first.
    }

    /** A new key for ES256. */
    public static Key key() {
        return key("secp256r1", "ECC_NIST_P256");
    }

    /** A new key on this curve. */
    public static Key key(String curve, String spec) {
        Key key = new Key(arn(), pair(curve), Optional.empty(), JSON.createObjectNode(), new AtomicInteger());
        key.saying("KeyId", key.arn()).saying("KeySpec", spec).saying("CustomerMasterKeySpec", spec);
        key.saying("KeyUsage", "SIGN_VERIFY");
        key.saying(
                "PublicKey",
                Base64.getEncoder().encodeToString(key.pair().getPublic().getEncoded()));
        key.answer().putArray("SigningAlgorithms").add("ECDSA_SHA_256");
        KEYS.put(key.arn(), key);
        return key;
    }

    /** A new key with a secret: for HMAC, or to wrap keys of data. */
    public static Key secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Key key = new Key(
                arn(),
                new KeyPair(null, null),
                Optional.of(new SecretKeySpec(secret, "AES")),
                JSON.createObjectNode(),
                new AtomicInteger());
        KEYS.put(key.arn(), key);
        return key;
    }

    private static String arn() {
        return "arn:aws:kms:eu-west-1:111122223333:key/" + UUID.randomUUID();
    }

    /** The key of this ARN. */
    public static Optional<Key> find(String arn) {
        return Optional.ofNullable(KEYS.get(arn));
    }

    private static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        Key key = KEYS.get(request.path("KeyId").asText());
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        try {
            if (key == null) {
                throw new KmsOperations.Refusal("NotFoundException");
            }
            key.asked().incrementAndGet();
            if (key.answer().has("slow")) {
                sleep();
            }
            if (key.answer().has("__type")) {
                send(exchange, 400, key.answer().toString());
            } else {
                send(
                        exchange,
                        200,
                        KmsOperations.answer(target.replace("TrentService.", ""), key, request)
                                .toString());
            }
        } catch (KmsOperations.Refusal e) {
            send(exchange, 400, "{\"__type\":\"" + e.getMessage() + "\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
