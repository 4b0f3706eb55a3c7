package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.runtime.WrongRequests;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The function that signs people in, and is told who they are. */
final class AuthScene implements Scene {
    private final Lambda auth = SignIns.auth();

    @Override
    public Set<String> reaches() {
        return Scene.statuses(200, 201, 400, 401, 404, 409, 413, 415, 500, 503);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        WrongRequests.TABLES.get("auth").get().forEach(row -> ask(auth, Requests.wrong(row, person), evidence));
        String me = SignIns.somebody();
        ask(auth, Requests.telling(SignIns.signIn(SignIns.GOOGLE.token(me)), person), evidence);
        Answer answer = ask(auth, Requests.telling(application(about(me, person), person), person), evidence);
        ask(auth, Requests.telling(application(about(me, person), person), person), evidence);
        ask(auth, Requests.telling(SignIns.signIn(about(me, person)), person), evidence);
        String refresh = answer.body().path("refreshToken").asText();
        ask(auth, Requests.telling(SignIns.refresh(refresh), person), evidence);
        bent(person, evidence);
        for (Manner manner : Manner.values()) {
            failing(manner, List.of("DynamoDb"), person, evidence);
        }
        failing(Manner.QUOTING, List.of("Kms"), person, evidence);
        failing(Manner.BABBLING, List.of("Kms"), person, evidence);
        ask(auth, SignIns.onboarding(SignIns.GOOGLE.token(SignIns.somebody())), evidence); // right after
    }

    private static LocalIdToken about(String subject, Person person) {
        LocalIdToken token = SignIns.GOOGLE.token(subject);
        Stream.of("name", "picture", "locale", "hd", "address", "birthdate")
                .forEach(claim -> token.claim(claim, json(person.told())));
        return token.claim("email", json(person.mail()))
                .claim("given_name", json(person.name()))
                .claim("family_name", json(person.name()));
    }

    private static Event application(LocalIdToken token, Person person) {
        ObjectNode body =
                SignIns.application(token).put("givenName", person.name()).put("familyName", person.name());
        return Event.auth("oauth-onboarding", body.toString());
    }

    private void bent(Person person, Evidence evidence) {
        String told = json(person.told());
        Stream.of("iss", "aud", "sub", "nonce", "exp", "iat")
                .map(claim -> SignIns.GOOGLE.token(SignIns.somebody()).claim(claim, told))
                .forEach(token -> ask(auth, SignIns.onboarding(token), evidence));
        Stream.of("alg", "kid", "typ", "jku")
                .map(name -> SignIns.GOOGLE.token(SignIns.somebody()).header(name, told))
                .forEach(token -> ask(auth, SignIns.signIn(token), evidence));
        ask(auth, SignIns.refresh(person.told()), evidence);
        ask(auth, SignIns.refresh(person.code()), evidence);
    }

    private static void failing(Manner manner, List<String> services, Person person, Evidence evidence) {
        try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
            Lambda failing = aws.inPlaceOf(services, SignIns::auth);
            ask(failing, application(about(SignIns.somebody(), person), person), evidence);
            ask(failing, SignIns.refresh("A".repeat(32) + "." + "A".repeat(43)), evidence);
        }
    }

    private static Answer ask(Lambda function, Event event, Evidence evidence) {
        Answer[] answer = new Answer[1];
        evidence.invoke(() -> answer[0] = evidence.reply(function.answer(event)));
        return answer[0];
    }

    private static String json(String text) {
        return TextNode.valueOf(text).toString();
    }
}
