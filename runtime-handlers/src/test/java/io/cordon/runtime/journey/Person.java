package io.cordon.runtime.journey;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.Token;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with an app: a token as the template's authorizer wants it, or none. */
final class Person {
    private final Deployment deployed;
    private final String subject = "subject-" + UUID.randomUUID();
    private final Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));

    Person(Deployment deployed) {
        this.deployed = deployed;
    }

    /** Signed in: the token's issuer, audience, key and life are the ones that the template tells the authorizer. */
    Person signedIn() {
        DeployedFunction authorizer = deployed.functions().required("authorizer");
        LocalKms.Key key = LocalKms.find(authorizer.variable("SIGNING_KEYS").split(",", -1)[0])
                .orElseThrow(() -> new Mismatch("The template names no signing key of its own to the authorizer."));
        Instant now = Instant.now();
        long end = now.getEpochSecond() + Long.parseLong(authorizer.variable("LONGEST_TOKEN_SECONDS"));
        String token = Token.of(key, subject, now)
                .claim("iss", quoted(authorizer.variable("TOKEN_ISSUER")))
                .claim("aud", quoted(authorizer.variable("TOKEN_AUDIENCE")))
                .claim("exp", Long.toString(end))
                .signed();
        return bearing(token);
    }

    /** With this for a token. */
    Person bearing(String token) {
        headers.put("Authorization", "Bearer " + token);
        return this;
    }

    String subject() {
        return subject;
    }

    /** Calls the route of a function and expects this status. */
    DeployedApi.Answered calls(String function, String jobId, int status) {
        return calls(function, jobId, null, status);
    }

    /** Asks for an upload and expects this status. */
    DeployedApi.Answered asksToUpload(String request, int status) {
        return calls("upload", "", request, status);
    }

    private DeployedApi.Answered calls(String function, String jobId, @Nullable String body, int status) {
        Route route = deployed.routeTo(function);
        Call call = new Call(route.method(), route.path().replace("{jobId}", jobId), Map.copyOf(headers), body);
        DeployedApi.Answered answered = deployed.api().answer(call);
        Answer answer = answered.answer();
        Mismatch.unless(
                answer.status() == status,
                function + " should answer " + status + " to " + route + ", and the call ended with " + answer.status()
                        + " " + answer.text());
        return answered;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
