package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;

/** Delivers log files and digests as CloudTrail does, signed with real keys. */
public final class SignedTrail {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Instant newest = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private final Map<Integer, String> digests = new TreeMap<>();
    private final Map<Integer, String> logs = new TreeMap<>();
    private final String root;
    private SigningPair key;
    private String beforeKey;
    private String beforeHash;
    private String beforeSignature;

    private SignedTrail(String root) {
        this.root = root;
        this.key = published(SigningPair.create());
    }

    /** Empties the bucket and begins anew, with a trail that has recorded for a week. */
    public static SignedTrail fresh() {
        return under("");
    }

    /** The same, where each key begins so. */
    public static SignedTrail under(String root) {
        LocalAws.CLOUD_TRAIL.reset();
        LocalAws.S3.listObjectsV2Paginator(list -> list.bucket(LocalAws.TRAIL_BUCKET)).contents().stream()
                .forEach(object -> delete(object.key()));
        return new SignedTrail(root);
    }

    /** Delivers the digests that end so many hours ago, oldest first, each for one log file. */
    public SignedTrail hours(int from, int to) {
        for (int hour = from; hour >= to; hour--) {
            hour(hour);
        }
        return this;
    }

    /** Signs with another key from now on. */
    public SignedTrail rotate() {
        key = published(SigningPair.create());
        return this;
    }

    /** Signs with a key that CloudTrail does not give out. */
    public SignedTrail forge() {
        key = SigningPair.create();
        return this;
    }

    /** Begins a new chain. */
    public SignedTrail restart() {
        beforeKey = beforeHash = beforeSignature = null;
        return this;
    }

    /** The key of the digest that ends so many hours ago. */
    public String digest(int hour) {
        return digests.get(hour);
    }

    /** The key of the log file of that hour. */
    public String log(int hour) {
        return logs.get(hour);
    }

    /** Delivers one digest more, late, for one log file of that hour. */
    public String backfill(int hour) {
        String log = deliverLog(hour, "late");
        ObjectNode digest = text(hour, digestKey(hour, "_backfill"), List.of(log));
        digest.putNull("previousDigestS3Object").putNull("previousDigestSignature");
        store(digest, null, Map.of("backfill-generation-timestamp", newest.toString()));
        return log;
    }

    /** Puts these bytes in the place of a file, and keeps what is noted beside it. */
    public static void replace(String key, byte[] bytes) {
        var old = LocalAws.S3.headObject(
                head -> head.bucket(LocalAws.TRAIL_BUCKET).key(key));
        put(key, bytes, old.metadata());
    }

    /** The bytes of a file. */
    public static byte[] bytes(String key) {
        return LocalAws.S3
                .getObjectAsBytes(get -> get.bucket(LocalAws.TRAIL_BUCKET).key(key))
                .asByteArray();
    }

    /** Removes a file. */
    public static void delete(String key) {
        LocalAws.S3.deleteObject(delete -> delete.bucket(LocalAws.TRAIL_BUCKET).key(key));
    }

    /** Puts a file. */
    public static void put(String key, byte[] bytes, Map<String, String> metadata) {
        LocalAws.S3.putObject(
                put -> put.bucket(LocalAws.TRAIL_BUCKET).key(key).metadata(metadata), RequestBody.fromBytes(bytes));
    }

    /** Compressed as CloudTrail delivers it. */
    public static byte[] gzip(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hour(int hour) {
        String log = deliverLog(hour, "now");
        logs.put(hour, log);
        String at = digestKey(hour, "");
        ObjectNode digest = text(hour, at, List.of(log));
        digest.put("previousDigestS3Bucket", beforeKey == null ? null : LocalAws.TRAIL_BUCKET);
        digest.put("previousDigestS3Object", beforeKey);
        digest.put("previousDigestHashValue", beforeHash);
        digest.put("previousDigestSignature", beforeSignature);
        digests.put(hour, at);
        beforeSignature = store(digest, beforeSignature, Map.of());
        beforeKey = at;
        beforeHash = SigningPair.sha256(digest.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String deliverLog(int hour, String name) {
        Instant end = end(hour);
        String at = root + "AWSLogs/111122223333/CloudTrail/eu-west-1/" + DAY.format(end)
                + "111122223333_CloudTrail_eu-west-1_" + TIME.format(end) + "_" + name + ".json.gz";
        put(at, gzip(records(hour, name)), Map.of());
        return at;
    }

    private static byte[] records(int hour, String name) {
        return ("{\"Records\":[{\"eventName\":\"SECRET" + hour + name + "\"}]}").getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode text(int hour, String at, List<String> logKeys) {
        Instant end = end(hour);
        ObjectNode digest = JSON.createObjectNode()
                .put("awsAccountId", "111122223333")
                .put("digestStartTime", end.minus(1, ChronoUnit.HOURS).toString())
                .put("digestEndTime", end.toString())
                .put("digestS3Bucket", LocalAws.TRAIL_BUCKET)
                .put("digestS3Object", at)
                .put("digestPublicKeyFingerprint", key.fingerprint())
                .put("digestSignatureAlgorithm", "SHA256withRSA");
        logKeys.forEach(log -> digest.withArray("/logFiles")
                .addObject()
                .put("s3Bucket", LocalAws.TRAIL_BUCKET)
                .put("s3Object", log)
                .put("hashAlgorithm", "SHA-256")
                .put("hashValue", SigningPair.sha256(records(hour, log.endsWith("_late.json.gz") ? "late" : "now"))));
        return digest;
    }

    private String store(ObjectNode digest, String previousSignature, Map<String, String> more) {
        byte[] bytes = digest.toString().getBytes(StandardCharsets.UTF_8);
        String at = digest.get("digestS3Object").textValue();
        String signature = key.sign(String.join(
                "\n",
                digest.get("digestEndTime").textValue(),
                LocalAws.TRAIL_BUCKET + "/" + at,
                SigningPair.sha256(bytes),
                previousSignature == null ? "null" : previousSignature));
        Map<String, String> metadata = new TreeMap<>(more);
        metadata.put("signature", signature);
        metadata.put("signature-algorithm", "SHA256withRSA");
        put(at, gzip(bytes), metadata);
        return signature;
    }

    private String digestKey(int hour, String suffix) {
        Instant end = end(hour);
        return root + "AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/" + DAY.format(end)
                + "111122223333_CloudTrail-Digest_eu-west-1_clinic_eu-west-1_" + TIME.format(end) + suffix + ".json.gz";
    }

    private SigningPair published(SigningPair pair) {
        LocalAws.CLOUD_TRAIL.key(pair.fingerprint(), pair.pkcs1());
        return pair;
    }

    private Instant end(int hour) {
        return newest.minus(hour, ChronoUnit.HOURS);
    }
}
