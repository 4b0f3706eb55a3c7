package io.cordon.runtime.phi;

import io.cordon.runtime.identity.LocalKeys;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The function that fetches keys, which somebody in between may have written. */
final class IdentityKeysScene implements Scene {
    @Override
    public Set<String> reaches() {
        return Scene.statuses(200, 409, 503);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        Map<String, Object> event = Map.of("id", person.told(), "source", "aws.events", "accept", person.told());
        try (LocalKeys keys = LocalKeys.started()) {
            Job job = keys.job();
            keys.answer("google", 200, SignIns.GOOGLE.jwks());
            keys.answer("apple", 200, SignIns.APPLE.jwks());
            evidence.invoke(() -> job.take(event));
            for (String words : List.of(
                    person.told(),
                    SignIns.GOOGLE.jwks().replace("RS256", person.code()),
                    SignIns.GOOGLE.jwks().replace(SignIns.GOOGLE.keyName(), person.code() + person.mail()))) {
                keys.answer("google", 200, words);
                evidence.invoke(() -> job.take(event));
            }
            keys.answer("google", 500, person.told());
            evidence.invoke(() -> job.take(event));
            for (Manner manner : Manner.values()) {
                try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
                    Job failing = aws.inPlaceOf(List.of("DynamoDb"), keys::job);
                    evidence.invoke(() -> failing.take(event));
                }
            }
            evidence.invoke(() -> job.take(Map.of("id", "event-1"))); // right after
        }
    }
}
