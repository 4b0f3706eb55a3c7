package io.cordon.runtime.trail;

import io.cordon.runtime.platform.Unavailable;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk along a chain of digests, oldest first. */
final class DigestWalk {
    private static final Duration START_OF_LOGGING = Duration.ofHours(2);

    private final Trail trail;
    private final TrailFiles files;
    private final SigningKeys keys;
    private final Clock clock;
    private final Instant until;
    private final List<String> problems;
    private boolean overdue;

    DigestWalk(Trail trail, TrailFiles files, SigningKeys keys, Clock clock, Instant until, List<String> problems) {
        this.trail = trail;
        this.files = files;
        this.keys = keys;
        this.clock = clock;
        this.until = until;
        this.problems = problems;
    }

    void over(DigestKeys found, TrailState state) {
        @Nullable String beforeKey = null;
        @Nullable Digest before = null;
        for (String key : found.chain()) {
            Digest digest = checked(key);
            if (digest != null) {
                link(key, digest, beforeKey, before, state);
            }
            beforeKey = key;
            before = digest;
        }
        found.backfills().forEach(this::checked);
    }

    /** The digest, with all that it vouches for; nothing if it cannot be believed. */
    private @Nullable Digest checked(String key) {
        if (isOverdue(key)) {
            return null;
        }
        Digest digest = read(key);
        if (digest == null || !isGenuine(key, digest)) {
            return null;
        }
        digest.logFiles().forEach(file -> check(key, file));
        return digest;
    }

    private @Nullable Digest read(String key) {
        try {
            Optional<Digest> digest = files.read(key, Digest::read);
            if (digest.isEmpty()) {
                problems.add("Digest " + key + " is missing.");
            }
            return digest.orElse(null);
        } catch (Damaged e) {
            problems.add("Digest " + key + " cannot be read; it was changed or cut off.");
            return null;
        } catch (IOException e) {
            throw interrupted(e);
        }
    }

    private boolean isGenuine(String key, Digest digest) {
        if (!key.equals(digest.text().digestS3Object())
                || !trail.bucket().equals(digest.text().digestS3Bucket())) {
            problems.add("Digest " + key + " was moved here from another place.");
            return false;
        }
        Optional<PublicKey> signer = keys.find(digest.fingerprint(), digest.signedAt());
        if (signer.isEmpty()) {
            problems.add("Digest " + key + " is signed with a key that CloudTrail does not know.");
            return false;
        }
        if (!digest.isSignedWith(signer.get())) {
            problems.add("Digest " + key + " has no valid signature; it was changed.");
            return false;
        }
        return true;
    }

    private void link(
            String key, Digest digest, @Nullable String beforeKey, @Nullable Digest before, TrailState state) {
        if (digest.previous().isEmpty()) {
            if (beforeKey != null || !beginsLogging(digest, state)) {
                problems.add("Digest " + key + " begins a new chain; what was delivered before it is not proven.");
            }
        } else if (beforeKey != null && !digest.previous().get().equals(beforeKey)) {
            problems.add("Digest " + digest.previous().get() + " is missing; " + key + " names it.");
        } else if (before != null && !digest.continues(before)) {
            problems.add("Digest " + key + " does not continue " + beforeKey + "; one of them was replaced.");
        }
    }

    private static boolean beginsLogging(Digest digest, TrailState state) {
        return state.since().isEmpty()
                || state.since().get().plus(START_OF_LOGGING).isAfter(digest.signedAt());
    }

    private void check(String digest, Digest.LogFile file) {
        if (isOverdue(digest)) {
            return;
        }
        if (!trail.bucket().equals(file.s3Bucket()) || file.s3Object() == null) {
            problems.add("Digest " + digest + " vouches for a log file in another bucket, which was not checked.");
            return;
        }
        try {
            Optional<String> hash = files.read(file.s3Object(), (in, metadata) -> Damaged.unless(in, Sha256::of));
            if (hash.isEmpty()) {
                problems.add("Log file " + file.s3Object() + " is missing.");
            } else if (!hash.get().equals(file.hashValue())) {
                problems.add("Log file " + file.s3Object() + " was changed.");
            }
        } catch (Damaged e) {
            problems.add("Log file " + file.s3Object() + " cannot be read; it was changed or cut off.");
        } catch (IOException e) {
            throw interrupted(e);
        }
    }

    private static Unavailable interrupted(IOException e) {
        return new Unavailable("S3 " + e.getClass().getSimpleName());
    }

    private boolean isOverdue(String digest) {
        if (!overdue && clock.instant().isAfter(until)) {
            overdue = true;
            problems.add("The time was over before " + digest + "; it and what follows was not checked.");
        }
        return overdue;
    }
}
