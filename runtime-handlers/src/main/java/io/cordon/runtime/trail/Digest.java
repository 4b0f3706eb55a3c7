package io.cordon.runtime.trail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What CloudTrail says each hour of the log files that it delivered, and of the digest before.
 *
 * @param text its fields, as CloudTrail wrote them
 * @param sha256 the hash of its bytes, uncompressed, in hexadecimal
 * @param signature the signature that is stored beside it, in hexadecimal; empty if there is none
 * @param signedAt about when it was signed
 */
record Digest(Text text, String sha256, String signature, Instant signedAt) {
    /** An hour of a very busy account has about ten thousand files, and a line of half a kilobyte for each. */
    private static final int LARGEST = 64 << 20;

    private static final String ALGORITHM = "SHA256withRSA";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The fields that count, by the names that CloudTrail gives them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Text(
            @Nullable String digestEndTime,
            @Nullable String digestS3Bucket,
            @Nullable String digestS3Object,
            @Nullable String digestPublicKeyFingerprint,
            @Nullable String previousDigestS3Object,
            @Nullable String previousDigestHashValue,
            @Nullable String previousDigestSignature,
            @Nullable List<LogFile> logFiles) {
        static final Text NONE = new Text(null, null, null, null, null, null, null, null);
    }

    /** A log file that the digest vouches for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LogFile(
            @Nullable String s3Bucket,
            @Nullable String s3Object,
            @Nullable String hashValue) {}

    /**
     * Reads a digest.
     *
     * @throws Damaged if it is none: not compressed, cut off, too large, or not the JSON of a digest
     */
    static Digest read(InputStream in, Map<String, String> metadata) throws IOException {
        byte[] content = Damaged.unless(in, uncompressed -> uncompressed.readNBytes(LARGEST + 1));
        if (content.length > LARGEST) {
            throw new Damaged("larger than any digest");
        }
        Text text = text(content);
        boolean signed = ALGORITHM.equals(metadata.get("signature-algorithm"));
        return new Digest(
                text,
                Sha256.of(content),
                signed ? metadata.getOrDefault("signature", "") : "",
                time(metadata.getOrDefault("backfill-generation-timestamp", String.valueOf(text.digestEndTime()))));
    }

    /** Whether it was signed with this key, at this place, after the digest that it names. */
    boolean isSignedWith(PublicKey key) {
        String signed = String.join(
                "\n",
                String.valueOf(text.digestEndTime()),
                text.digestS3Bucket() + "/" + text.digestS3Object(),
                sha256,
                String.valueOf(text.previousDigestSignature()));
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The digest before it, which it names unless it is the first. */
    Optional<String> previous() {
        return Optional.ofNullable(text.previousDigestS3Object());
    }

    /** Whether {@code before}, whose key it names, is what it was when this digest was signed. */
    boolean continues(Digest before) {
        return before.sha256().equals(text.previousDigestHashValue())
                && before.signature().equals(text.previousDigestSignature());
    }

    String fingerprint() {
        return String.valueOf(text.digestPublicKeyFingerprint());
    }

    List<LogFile> logFiles() {
        List<LogFile> files = text.logFiles();
        return files == null ? List.of() : files;
    }

    private static Text text(byte[] content) throws IOException {
        try {
            return Objects.requireNonNullElse(JSON.readValue(content, Text.class), Text.NONE);
        } catch (JsonProcessingException e) {
            throw new Damaged(e);
        }
    }

    private static Instant time(String text) throws Damaged {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Damaged(e);
        }
    }
}
