package io.cordon.runtime.identity;

import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps providers' keys fresh, and never worse than they are. A provider changes its keys one after the other, so a set
 * that shares none with the last one comes from somebody else, or after a disaster at the provider: it is held back until
 * a person has compared its fingerprint. Sign-ins under new keys are refused that long, sessions go on.
 */
record IdentityKeys(KeySource source, KeyShelf shelf, Meter meter, Clock clock) {
    /** Renews the keys of one; gives what a person has to know, if anything. */
    Optional<String> renew(Provider provider, Acceptance acceptance) {
        Optional<StoredKeys> before = shelf.find(provider);
        Optional<String> finding;
        try {
            finding = compare(provider, before, source.fetch(provider), acceptance);
        } catch (Unusable e) {
            meter.count(Metric.IDENTITY_KEYS_REFUSED, e.fault());
            finding = Optional.of(provider.word() + ": no set of keys (" + e.fault() + "); the last one stays");
        }
        if (finding.isPresent()) {
            before.ifPresent(kept -> age(provider, kept.fetchedAt()));
        }
        return finding;
    }

    private Optional<String> compare(
            Provider provider, Optional<StoredKeys> before, KeySet fetched, Acceptance acceptance) {
        boolean known =
                before.isEmpty() || before.get().keys().sharesAnyWith(fetched) || acceptance.covers(provider, fetched);
        if (!known) {
            meter.count(Metric.IDENTITY_KEYS_HELD, Part.provider(provider));
            return Optional.of(
                    provider.word() + ": shares no key with the last set and is held back; its fingerprint is "
                            + fetched.fingerprint());
        }
        Instant now = clock.instant();
        shelf.replace(provider, before, new StoredKeys(fetched, now));
        meter.count(Metric.IDENTITY_KEYS_RENEWED, Part.provider(provider));
        age(provider, now);
        return Optional.empty();
    }

    private void age(Provider provider, Instant fetchedAt) {
        long age = Duration.between(fetchedAt, clock.instant()).toMillis();
        meter.add(Metric.IDENTITY_KEYS_AGE, age, Part.provider(provider));
    }
}
