package io.cordon.runtime.phi;

import io.cordon.runtime.local.CloudTrailServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignedTrail;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The function that checks a trail, whose log files tell of requests. */
final class TrailCheckScene implements Scene {
    /** Less than a deployment waits between two looks at an error that may pass. */
    private static final int BRIEF = 40_000;

    @Override
    public Set<String> reaches() {
        return Scene.statuses(200, 409, 422, 503);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        SignedTrail trail = SignedTrail.fresh().hours(3, 1);
        Job check = Job.named("trail-check");
        daily(check, person, evidence);
        Deployments.ask(check, Map.of(person.code(), person.told()), person, evidence);
        byte[] words = person.told().getBytes(StandardCharsets.UTF_8);
        SignedTrail.replace(trail.log(2), SignedTrail.gzip(words));
        SignedTrail.replace(trail.log(1), words);
        SignedTrail.replace(trail.digest(1), SignedTrail.gzip(words));
        daily(check, person, evidence);
        broken(person, check, evidence);
        for (Manner manner : List.of(Manner.QUOTING, Manner.BABBLING)) {
            for (String service : List.of("CloudTrail", "S3")) {
                failing(manner, service, person, evidence);
            }
        }
        LocalAws.CLOUD_TRAIL.reset();
        evidence.invoke(() -> check.take(Map.of("id", "event-1"))); // right after
    }

    private static void broken(Person person, Job check, Evidence evidence) {
        CloudTrailServer trail = LocalAws.CLOUD_TRAIL.reset();
        trail.state("IsLogging", false);
        trail.trail("S3BucketName", person.code());
        trail.state("LatestDeliveryError", "AccessDenied: " + person.told());
        trail.state("LatestDigestDeliveryError", "NoSuchBucket " + person.record() + " " + person.told());
        trail.state("LatestCloudWatchLogsDeliveryError", person.told());
        daily(check, person, evidence);
        Deployments.ask(check, Map.of(), person, evidence);
    }

    private static void failing(Manner manner, String service, Person person, Evidence evidence) {
        try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
            daily(aws.inPlaceOf(List.of(service), () -> Job.named("trail-check")), person, evidence);
        }
    }

    private static void daily(Job check, Person person, Evidence evidence) {
        evidence.invoke(() ->
                check.take(Map.of("id", person.told(), "source", "aws.events", "resources", person.words()), BRIEF));
    }
}
