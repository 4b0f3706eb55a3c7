package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Gateway;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.Token;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The function that looks at access tokens. */
final class AuthorizerScene implements Scene {
    private final LocalKms.Key key = LocalKms.key();
    private final Gateway gateway = Gateway.knowing(key.arn());

    @Override
    public Set<String> reaches() {
        return Scene.statuses(200, 401, 500);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        String words = TextNode.valueOf(person.told()).toString();
        String good = with(token(), words).signed();
        ask(gateway, Gateway.bearing(good), person, evidence);
        Stream.of("iss", "aud", "sub", "jti", "scope", "exp", "nbf")
                .forEach(claim ->
                        ask(gateway, Gateway.bearing(token().claim(claim, words).signed()), person, evidence));
        Stream.of("alg", "typ", "kid", "jku")
                .forEach(name ->
                        ask(gateway, Gateway.bearing(token().header(name, words).signed()), person, evidence));
        String encoded = Token.encoded(person.told().getBytes(StandardCharsets.UTF_8));
        Stream.of(
                        Gateway.request(person.told()),
                        Gateway.request("Bearer " + person.told()),
                        Gateway.request("Bearer " + good, person.told()),
                        Gateway.bearing(encoded + "." + encoded + "." + encoded),
                        Gateway.bearing(good + person.code()),
                        Gateway.bearing(good).put("methodArn", person.told()))
                .forEach(event -> ask(gateway, event, person, evidence));
        for (Manner manner : List.of(Manner.QUOTING, Manner.BABBLING)) {
            failing(manner, Gateway.bearing(good), person, evidence);
        }
        evidence.invoke(() -> gateway.ask(Gateway.bearing(token().signed()))); // somebody else, right after
    }

    private Token token() {
        return Token.of(key, Event.somebody(), Instant.now());
    }

    private static Token with(Token token, String words) {
        Stream.of("email", "name", "birthdate", "address").forEach(claim -> token.claim(claim, words));
        return token;
    }

    private void failing(Manner manner, ObjectNode event, Person person, Evidence evidence) {
        try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
            ask(aws.inPlaceOf(List.of("Kms"), () -> Gateway.knowing(key.arn())), event, person, evidence);
        }
    }

    private static void ask(Gateway gateway, ObjectNode event, Person person, Evidence evidence) {
        event.put("path", person.told()).put("resource", person.told());
        event.withObject("/requestContext").put("path", person.told()).put("requestId", person.told());
        event.withObject("/headers").put("User-Agent", person.told());
        event.putObject("queryStringParameters").put("patient", person.told());
        evidence.invoke(() -> {
            Gateway.Decision decision = gateway.ask(event);
            evidence.add(Evidence.Channel.REPLIES, decision.answer().toString());
            decision.thrown().ifPresent(evidence::thrown);
        });
    }
}
