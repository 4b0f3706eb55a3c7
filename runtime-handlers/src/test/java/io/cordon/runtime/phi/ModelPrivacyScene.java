package io.cordon.runtime.phi;

import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The function that sets what Bedrock keeps. */
final class ModelPrivacyScene implements Scene {
    private static final Map<String, Object> SAFE = Map.of("InvocationLogging", "off", "DataRetention", "none");

    private final Job privacy = Job.named("model-privacy");

    @Override
    public Set<String> reaches() {
        return Scene.statuses(200, 422, 503);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        LocalAws.BEDROCK.reset();
        String told = person.told();
        for (Map<String, Object> properties : List.<Map<String, Object>>of(
                Map.of("InvocationLogging", "off", "DataRetention", "none", person.code(), told),
                Map.of("InvocationLogging", told),
                Map.of("InvocationLogging", "off", "DataRetention", told),
                Map.of("InvocationLogging", Map.of("Bucket", told, "KeyPrefix", told)),
                Map.of("InvocationLogging", Map.of("Bucket", "somebody-elses", person.code(), told)))) {
            Deployments.ask(privacy, properties, person, evidence);
        }
        broken(person, evidence);
        for (Manner manner : Manner.values()) {
            try (TalkativeAws aws = TalkativeAws.saying(told, manner)) {
                Job failing = aws.inPlaceOf(List.of("Bedrock"), () -> Job.named("model-privacy"));
                Deployments.ask(failing, SAFE, person, evidence);
            }
        }
        LocalAws.BEDROCK.reset();
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            evidence.invoke(() -> privacy.take(waiting.event("Create", SAFE))); // right after
        }
    }

    /** Settings that hold a person's words, and cannot be changed. */
    private void broken(Person person, Evidence evidence) {
        LocalAws.BEDROCK.logging("{\"s3Config\":{\"bucketName\":\"" + person.code() + "\"}}");
        LocalAws.BEDROCK.retention(person.told());
        LocalAws.BEDROCK.fail("DELETE", 99, 403, "AccessDeniedException");
        Deployments.ask(privacy, SAFE, person, evidence);
        LocalAws.BEDROCK.fail("PUT", 99, 500, "InternalServerException");
        Deployments.ask(privacy, SAFE, person, evidence);
    }
}
