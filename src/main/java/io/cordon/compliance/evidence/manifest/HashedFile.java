package io.cordon.compliance.evidence.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file with what makes a change of it visible.
 *
 * @param file its name, relative to where it is listed
 * @param bytes its length
 * @param sha256 its SHA-256 (FIPS 180-4), in lower-case hexadecimal digits
 */
@JsonPropertyOrder({"file", "bytes", "sha256"})
record HashedFile(String file, long bytes, String sha256) {

    static HashedFile of(Path directory, String file) {
        try {
            var content = Files.readAllBytes(directory.resolve(file));
            return new HashedFile(file, content.length, sha256(content));
        } catch (IOException e) {
            throw new UncheckedIOException(directory.resolve(file) + ": cannot be read", e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
