package io.cordon.runtime;

import static io.cordon.runtime.WrongRequests.DEEP;
import static io.cordon.runtime.WrongRequests.HALF;
import static io.cordon.runtime.WrongRequests.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.WrongRequests.Kind;
import io.cordon.runtime.WrongRequests.Row;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.SignIns;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Wrong requests to sign in. */
final class WrongSignIns {
    private static final String ONBOARDING = "oauth-onboarding";
    private static final String SIGN_IN = "oauth-signin";
    private static final String REFRESH = "refresh";

    private WrongSignIns() {}

    static Stream<Row> rows() {
        return Stream.of(
                        Stream.of(ONBOARDING, SIGN_IN, REFRESH).flatMap(WrongSignIns::bodies),
                        fields(),
                        people(),
                        tokens(),
                        routes())
                .flatMap(rows -> rows);
    }

    /** What is wrong whatever the route is. */
    private static Stream<Row> bodies(String route) {
        return Stream.of(
                row(Kind.MISSING, route + ": body", 400, Event.auth(route, null)),
                row(Kind.MISSING, route + ": everything", 400, Event.auth(route, "{}")),
                row(Kind.TYPE, route + ": list", 400, Event.auth(route, "[\"HOSTILE\"]")),
                row(Kind.TYPE, route + ": null", 400, Event.auth(route, "null")),
                row(Kind.SIZE, route + ": body", 413, Event.auth(route, "\"" + "HOSTILE".repeat(600) + "\"")),
                row(
                        Kind.MEDIA_TYPE,
                        route + ": form",
                        415,
                        Event.auth(route, "HOSTILE=1")
                                .without("Content-Type")
                                .header("Content-Type", "application/x-www-form-urlencoded")),
                row(Kind.UNICODE, route + ": half a pair", 400, Event.auth(route, "{\"HOSTILE\":\"" + HALF + "\"}")),
                row(
                        Kind.UNICODE,
                        route + ": no UTF-8",
                        400,
                        Event.auth(route, null).base64("/////w==")),
                row(Kind.DEPTH, route + ": objects", 400, Event.auth(route, DEEP)),
                row(Kind.FORM, route + ": no JSON", 400, Event.auth(route, "HOSTILE")),
                row(Kind.FORM, route + ": unknown name", 400, Event.auth(route, "{\"HOSTILE\":1}")),
                row(Kind.DUPLICATE, route + ": name", 400, Event.auth(route, "{\"nonce\":1,\"nonce\":\"HOSTILE\"}")));
    }

    private static Stream<Row> fields() {
        return Stream.of(
                row(Kind.MISSING, "token", 400, onboarding(body -> body.remove("idToken"))),
                row(Kind.MISSING, "nonce", 400, onboarding(body -> body.remove("nonce"))),
                row(Kind.MISSING, "consents", 400, onboarding(body -> body.remove("consents"))),
                row(Kind.TYPE, "provider", 400, onboarding(body -> body.put("provider", 7))),
                row(Kind.TYPE, "consents", 400, onboarding(body -> body.put("consents", "HOSTILE"))),
                row(Kind.TYPE, "version", 400, consent("terms", 3)),
                row(
                        Kind.TYPE,
                        "name",
                        400,
                        onboarding(body -> body.putArray("givenName").add("HOSTILE"))),
                row(Kind.TYPE, "refresh token", 400, Event.auth(REFRESH, "{\"refreshToken\":7}")),
                row(Kind.SIZE, "nonce", 400, onboarding(body -> body.put("nonce", "HOSTILE".repeat(30)))),
                row(Kind.SIZE, "short nonce", 400, onboarding(body -> body.put("nonce", "HOSTILE"))),
                row(Kind.SIZE, "name", 400, onboarding(body -> body.put("familyName", "HOSTILE".repeat(20)))),
                row(Kind.SIZE, "empty name", 400, onboarding(body -> body.put("familyName", " "))),
                row(Kind.UNICODE, "name", 400, onboarding(body -> body.put("givenName", "HOSTILE\u0000"))),
                row(Kind.UNICODE, "turned name", 400, onboarding(body -> body.put("givenName", "\u202eHOSTILE"))),
                row(Kind.FORM, "provider", 400, onboarding(body -> body.put("provider", "HOSTILE"))),
                row(Kind.FORM, "provider in capitals", 400, onboarding(body -> body.put("provider", "GOOGLE"))),
                row(Kind.FORM, "nonce", 400, onboarding(body -> body.put("nonce", "HOSTILE HOSTILE HOSTILE"))),
                row(Kind.FORM, "kind", 400, consent("HOSTILE#", "1")),
                row(Kind.FORM, "version", 400, consent("terms", "HOSTILE#1")),
                row(Kind.FORM, "sign-in with consents", 400, withConsents()));
    }

    /** Requests that are well formed, and about nobody or the wrong one. */
    private static Stream<Row> people() {
        String known = SignIns.somebody();
        Lambda auth = SignIns.auth();
        SignIns.session(auth, known);
        return Stream.of(
                row(Kind.MISSING, "person", 404, SignIns.signIn(SignIns.GOOGLE.token(SignIns.somebody()))),
                row(
                        Kind.MISSING,
                        "one consent",
                        409,
                        onboarding(body -> body.withObject("/consents").remove("terms"))),
                row(Kind.FORM, "old consent", 409, consent("terms", "2")),
                row(Kind.FORM, "more consents", 409, consent("another", "1")),
                row(Kind.SOMEBODY_ELSES, "provider", 404, SignIns.signIn(SignIns.APPLE.token(known))),
                row(Kind.SOMEBODY_ELSES, "nonce", 401, nonceOf(SignIns.GOOGLE.token(known))));
    }

    private static Stream<Row> tokens() {
        Lambda auth = SignIns.auth();
        String used = SignIns.session(auth, SignIns.somebody());
        auth.answer(SignIns.refresh(used));
        auth.answer(SignIns.refresh(used));
        return Stream.of(
                row(Kind.SIGN_IN, "no token", 401, onboarding(body -> body.put("idToken", "HOSTILE"))),
                row(Kind.SIGN_IN, "empty parts", 401, onboarding(body -> body.put("idToken", ".."))),
                row(Kind.SIGN_IN, "claims", 401, claim("email", "\"HOSTILE\"", "aud", "\"HOSTILE\"")),
                row(Kind.SIGN_IN, "subject", 401, claim("sub", "\"HOSTILE#USER\"", "name", "\"HOSTILE\"")),
                row(Kind.SIGN_IN, "refresh token", 401, SignIns.refresh("HOSTILE")),
                row(Kind.SIGN_IN, "long refresh token", 401, SignIns.refresh("HOSTILE".repeat(500))),
                row(Kind.SIGN_IN, "another item", 401, SignIns.refresh("JOB#HOSTILE." + "A".repeat(43))),
                row(Kind.REPLAYED, "refresh token", 401, SignIns.refresh(used)));
    }

    private static Stream<Row> routes() {
        return Stream.of(
                row(Kind.FORM, "route", 404, Event.auth("HOSTILE", "{}")),
                row(Kind.FORM, "method", 404, Event.auth(REFRESH, "{}").but(raw -> raw.put("httpMethod", "PUT"))));
    }

    private static Event onboarding(Consumer<ObjectNode> change) {
        ObjectNode body = SignIns.application(SignIns.GOOGLE.token(SignIns.somebody()));
        change.accept(body);
        return Event.auth(ONBOARDING, body.toString());
    }

    private static Event consent(String kind, Object version) {
        return onboarding(body -> body.withObject("/consents").putPOJO(kind, version));
    }

    private static Event withConsents() {
        return Event.auth(
                SIGN_IN,
                SignIns.application(SignIns.GOOGLE.token(SignIns.somebody())).toString());
    }

    private static Event nonceOf(LocalIdToken token) {
        LocalIdToken other = SignIns.GOOGLE.token(SignIns.somebody());
        return Event.auth(
                SIGN_IN, SignIns.credential(token).put("nonce", other.nonce()).toString());
    }

    private static Event claim(String one, String json, String other, String otherJson) {
        LocalIdToken token = SignIns.GOOGLE.token(SignIns.somebody());
        return SignIns.onboarding(token.claim(one, json).claim(other, otherJson));
    }
}
