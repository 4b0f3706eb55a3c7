package io.cordon.runtime.authorizer;

import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers public keys. A key's public half never changes; that the key was switched off is seen within
 * {@link #FRESH}, or within {@link #USABLE} while KMS cannot be reached.
 */
final class CachedPublicKeys implements PublicKeys {
    /** How long nobody asks again for a key that was found. */
    static final Duration FRESH = Duration.ofMinutes(10);
    /** How long a key that was found bridges an outage. */
    static final Duration USABLE = Duration.ofHours(1);
    /** How long nobody asks again after no or no answer; so bad tokens cannot drive calls to KMS. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final PublicKeys source;
    private final Meter meter;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    CachedPublicKeys(PublicKeys source, Meter meter, Clock clock) {
        this.source = source;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public Optional<ECPublicKey> find(String key) {
        Instant now = clock.instant();
        Known last = known.get(key);
        if (last == null || !now.isBefore(last.askAgain)) {
            last = ask(key, now, last);
            known.put(key, last);
        }
        return last.at(now);
    }

    private Known ask(String key, Instant now, @Nullable Known last) {
        try {
            Optional<ECPublicKey> found = source.find(key);
            return new Known(found, now, now.plus(found.isPresent() ? FRESH : PAUSE), null);
        } catch (Outage e) {
            meter.count(Metric.KEYS_UNAVAILABLE);
            return last == null
                    ? new Known(Optional.empty(), Instant.EPOCH, now.plus(PAUSE), e)
                    : new Known(last.key, last.answered, now.plus(PAUSE), e);
        }
    }

    private record Known(
            Optional<ECPublicKey> key,
            Instant answered,
            Instant askAgain,
            @Nullable Outage outage) {
        Optional<ECPublicKey> at(Instant now) {
            if (outage != null && !now.isBefore(answered.plus(USABLE))) {
                throw outage;
            }
            return key;
        }
    }
}
