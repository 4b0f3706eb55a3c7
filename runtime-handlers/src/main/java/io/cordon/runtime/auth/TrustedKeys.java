package io.cordon.runtime.auth;

import io.cordon.runtime.auth.Untrusted.Fault;
import io.cordon.runtime.identity.KeySet;
import io.cordon.runtime.identity.KeyShelf;
import io.cordon.runtime.identity.Provider;
import io.cordon.runtime.identity.StoredKeys;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Unavailable;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The providers' keys as they were kept last, remembered for a while. */
final class TrustedKeys {
    /** How long they are remembered. */
    static final Duration FRESH = Duration.ofMinutes(5);
    /** How soon they are looked up again for a key that is not among them; so bad tokens cannot drive reads. */
    static final Duration PAUSE = Duration.ofSeconds(10);
    /** After so long without a good fetch nobody knows whether the provider still stands by them. */
    static final Duration USABLE = Duration.ofDays(7);

    private final KeyShelf shelf;
    private final Meter meter;
    private final Clock clock;
    private final Map<Provider, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<StoredKeys> stored, Instant at) {}

    TrustedKeys(KeyShelf shelf, Meter meter, Clock clock) {
        this.shelf = shelf;
        this.meter = meter;
        this.clock = clock;
    }

    /** The provider's key of this name. */
    RSAPublicKey find(Provider provider, String name) {
        return usable(provider, FRESH)
                .flatMap(keys -> keys.find(name))
                .or(() -> usable(provider, PAUSE).orElseThrow(this::missing).find(name))
                .orElseThrow(() -> new Untrusted(Fault.KEY));
    }

    private Optional<KeySet> usable(Provider provider, Duration oldest) {
        Instant now = clock.instant();
        Known last = known.compute(
                provider,
                (any, before) -> before != null && now.isBefore(before.at().plus(oldest))
                        ? before
                        : new Known(shelf.find(provider), now));
        return last.stored()
                .filter(stored -> now.isBefore(stored.fetchedAt().plus(USABLE)))
                .map(StoredKeys::keys);
    }

    private Unavailable missing() {
        meter.count(Metric.IDENTITY_KEYS_MISSING);
        return new Unavailable("no keys of the provider");
    }
}
