package io.cordon.runtime.trail;

import io.cordon.runtime.platform.AwsCall;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/** Asks CloudTrail for the keys of an hour and remembers them, across runs too: a key never changes. */
final class CloudTrailSigningKeys implements SigningKeys {
    private static final Duration AROUND = Duration.ofHours(1);

    private final CloudTrailClient client;
    private final Clock clock;
    private final Map<String, PublicKey> known = new HashMap<>();

    CloudTrailSigningKeys(CloudTrailClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Optional<PublicKey> find(String fingerprint, Instant about) {
        if (!known.containsKey(fingerprint)) {
            learn(about);
        }
        return Optional.ofNullable(known.get(fingerprint));
    }

    private void learn(Instant about) {
        Instant from = about.minus(AROUND);
        // The future is "outside the range of possible values".
        Instant to = about.plus(AROUND).isBefore(clock.instant()) ? about.plus(AROUND) : clock.instant();
        if (!from.isBefore(to)) {
            return;
        }
        AwsCall.make(() -> {
            client.listPublicKeysPaginator(list -> list.startTime(from).endTime(to))
                    .publicKeyList()
                    .forEach(key -> known.put(
                            key.fingerprint(), RsaKeys.fromPkcs1(key.value().asByteArray())));
            return known.size();
        });
    }
}
