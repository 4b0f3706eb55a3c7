package io.cordon.runtime.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cordon.runtime.local.Message.Reply;
import io.cordon.runtime.local.Versions.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * What a versioned bucket adds to an S3 server that knows no versions. Requests pass byte for byte, with the header
 * {@code Host} as it was signed, so that the server behind still checks each signature, also of presigned URLs. What
 * names a version goes to it too: it answers 501, but only to a good signature, and the true answer is made here.
 *
 * <p>As in S3: each PUT makes a version; a DELETE that names none only hides the object behind a delete marker; one that
 * names a version removes that one, and the version below is the current one again. Not here: multipart uploads,
 * {@code DeleteObjects} (501, so that nobody takes them for tested), copies, and parts of a named version.
 */
final class VersionedS3 {
    private static final int LOCKS = 256;

    static {
        // Without it a small answer waits 40 ms for the client to acknowledge its first half.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final S3Server store;
    private final Map<String, Versions> buckets;
    private final Map<Integer, Object> locks = new ConcurrentHashMap<>();

    private VersionedS3(S3Server store, Set<String> versioned) {
        this.store = store;
        this.buckets =
                versioned.stream().collect(Collectors.toConcurrentMap(Function.identity(), name -> new Versions()));
    }

    /** Starts it, and says where; these buckets keep versions, others are what the server behind makes of them. */
    static String started(Set<String> versioned) throws Exception {
        VersionedS3 s3 = new VersionedS3(S3Server.started(), versioned);
        // The backlog: as many clients as any test starts at once.
        HttpServer front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        front.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        front.createContext("/", s3::answer);
        front.start();
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Message request = Message.of(exchange);
            Versions versions = buckets.get(request.bucket());
            Reply reply = versions == null ? plain(request) : versioned(request, versions);
            reply.write(exchange);
        }
    }

    /** A bucket without versions, which may be told to keep them from now on. */
    private Reply plain(Message request) throws IOException {
        if (!request.method().equals("PUT") || !request.query().containsKey("versioning")) {
            return store.pass(request);
        }
        return judged(request, () -> {
            buckets.put(request.bucket(), new Versions());
            return new Reply(200, new Headers(), new byte[0]);
        });
    }

    private Reply versioned(Message request, Versions versions) throws IOException {
        if (request.method().equals("POST")) {
            return Reply.error(501, "NotImplemented");
        }
        if (request.key().isEmpty()) {
            return request.query().containsKey("versions")
                    ? judged(
                            request,
                            () -> Reply.xml(200, VersionListing.of(request.bucket(), versions, request.query())))
                    : store.pass(request);
        }
        synchronized (lock(request.target().getPath())) {
            return object(request, versions);
        }
    }

    private Reply object(Message request, Versions versions) throws IOException {
        String id = request.query().get("versionId");
        return switch (request.method()) {
            case "PUT" -> put(request, versions);
            case "DELETE" ->
                id == null ? hide(request, versions) : judged(request, () -> remove(request, versions, id));
            default -> id == null ? get(request, versions) : judged(request, () -> get(request, versions, id));
        };
    }

    /** Answers what the server behind cannot, once it found the signature good. */
    private Reply judged(Message request, Supplier<Reply> answer) throws IOException {
        Reply verdict = store.pass(request);
        return verdict.status() == 501 ? answer.get() : verdict;
    }

    private Reply put(Message request, Versions versions) throws IOException {
        Optional<Version> before = keptTop(request, versions);
        Reply reply = store.pass(request);
        if (!reply.fine()) {
            return reply;
        }
        before.ifPresent(version -> versions.replaceTop(request.key(), version));
        Version version = Version.object(reply.headers().getFirst("ETag"), request.length());
        versions.add(request.key(), version);
        return reply.with("x-amz-version-id", version.id());
    }

    private Reply hide(Message request, Versions versions) throws IOException {
        Optional<Version> before = keptTop(request, versions);
        Reply reply = store.pass(request);
        if (!reply.fine()) {
            return reply;
        }
        before.ifPresent(version -> versions.replaceTop(request.key(), version));
        Version marker = Version.deleteMarker();
        versions.add(request.key(), marker);
        return reply.with("x-amz-version-id", marker.id()).with("x-amz-delete-marker", "true");
    }

    private Reply remove(Message request, Versions versions, String id) {
        String key = request.key();
        Optional<Version> named = versions.find(key, id);
        if (named.isPresent() && holds(versions, key, id)) {
            store.delete(request.bucket(), key);
        }
        versions.remove(key, id);
        named.ifPresent(version -> raise(request, versions));
        Reply done = new Reply(204, new Headers(), new byte[0]).with("x-amz-version-id", id);
        return named.filter(Version::marker).isPresent() ? done.with("x-amz-delete-marker", "true") : done;
    }

    private Reply get(Message request, Versions versions) throws IOException {
        Reply reply = store.pass(request);
        Optional<Version> top = versions.top(request.key());
        if (top.isEmpty() || (!reply.fine() && reply.status() != 404)) {
            return reply;
        }
        reply.with("x-amz-version-id", top.get().id());
        return top.get().marker() ? reply.with("x-amz-delete-marker", "true") : reply;
    }

    private Reply get(Message request, Versions versions, String id) {
        Optional<Version> named = versions.find(request.key(), id);
        if (named.isEmpty()) {
            return Reply.error(404, "NoSuchVersion");
        }
        Version version = named.get();
        if (version.marker()) {
            return Reply.error(405, "MethodNotAllowed").with("x-amz-delete-marker", "true");
        }
        ResponseBytes<GetObjectResponse> object =
                version.kept().orElseGet(() -> store.read(request.bucket(), request.key()));
        return new Reply(200, new Headers(), object.asByteArray())
                .with("ETag", version.tag())
                .with("Content-Length", Long.toString(version.length()))
                .with("Content-Type", object.response().contentType())
                .with("x-amz-version-id", id);
    }

    /** Whether this version is the one that the server behind holds. */
    private static boolean holds(Versions versions, String key, String id) {
        return versions.top(key)
                .filter(top -> !top.marker() && top.id().equals(id))
                .isPresent();
    }

    /** The current version with its bytes, which the server behind is about to lose. */
    private Optional<Version> keptTop(Message request, Versions versions) {
        return versions.top(request.key())
                .filter(top -> !top.marker())
                .map(top -> top.kept(Optional.of(store.read(request.bucket(), request.key()))));
    }

    /** Gives the version that is now on top back to the server behind. */
    private void raise(Message request, Versions versions) {
        versions.top(request.key()).filter(top -> top.kept().isPresent()).ifPresent(top -> {
            store.write(request.bucket(), request.key(), top.kept().get());
            versions.replaceTop(request.key(), top.kept(Optional.empty()));
        });
    }

    private Object lock(String path) {
        return locks.computeIfAbsent(Math.floorMod(path.hashCode(), LOCKS), any -> new Object());
    }
}
