package io.cordon.runtime;

import io.cordon.runtime.identity.LocalKeys;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.BedrockSettingsServer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Gateway;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.Prices;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.local.SignedTrail;
import io.cordon.runtime.local.Token;
import java.time.Instant;
import java.util.Map;

/** Has each function do all that it can, so that the manifest is judged the same however few tests ran before. */
final class EveryFunction {
    private EveryFunction() {}

    static void isUsed() {
        String caller = Event.somebody();
        ofJobs(caller);
        Clinic.seesEverything();
        authorizer(caller);
        signIn();
        LocalKeys.areFetchedInEveryWay();
        ofStacks();
    }

    private static void ofJobs(String caller) {
        Lambda.upload().answer(Event.upload(caller, "{}"));
        Lambda.upload().answer(Event.upload(caller).header("Idempotency-Key", "k"));
        Answer job = Lambda.upload().answer(Event.upload(caller).header("Idempotency-Key", "k"));
        Lambda.status().answer(Event.status(caller, job.jobId()));
        Bucket.put("incoming/" + job.jobId());
        Bucket.put("outgoing/" + job.jobId() + "/result.json", "{\"schema\":1,\"answer\":{}}");
        Lambda.result().answer(Event.result(caller, job.jobId()));
        Lambda.cleanup().answer(Event.cleanup(caller, job.jobId()));
    }

    private static void authorizer(String caller) {
        LocalKms.Key key = LocalKms.key();
        Gateway gateway = Gateway.knowing(key.arn());
        gateway.ask(Gateway.bearing(Token.of(key, caller, Instant.now()).signed()));
        gateway.ask(Gateway.request());
        Gateway.knowing(key.failing("AccessDeniedException").arn())
                .ask(Gateway.bearing(Token.of(key, caller, Instant.now()).signed()));
    }

    private static void signIn() {
        Lambda auth = SignIns.auth();
        String subject = SignIns.somebody();
        String first = SignIns.session(auth, subject);
        auth.answer(SignIns.signIn(SignIns.GOOGLE.token(subject)));
        auth.answer(SignIns.signIn(SignIns.GOOGLE.token(SignIns.somebody()).claim("nonce", null)));
        auth.answer(SignIns.refresh(first));
        auth.answer(SignIns.refresh(first));
        SignIns.APPLE.published(Instant.EPOCH);
        SignIns.auth().answer(SignIns.signIn(SignIns.APPLE.token(subject)));
        SignIns.APPLE.published(Instant.now());
    }

    private static void ofStacks() {
        SignedTrail.fresh().hours(27, 0);
        Job.named("trail-check").take(Map.of("source", "aws.events"));
        SignedTrail.fresh();
        Job.named("trail-check").take(Map.of("source", "aws.events"));
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            Job.named("price-seed").take(waiting.event("Create", Prices.book("2026-11", "amazon.nova")));
            Map<String, Object> bucket = Map.of("Bucket", BedrockSettingsServer.BUCKET);
            Job.named("model-privacy")
                    .take(waiting.event("Create", Map.of("InvocationLogging", bucket, "DataRetention", "none")));
            Job.named("model-privacy").take(waiting.event("Update", Map.of("InvocationLogging", "off")));
        }
    }
}
