package io.cordon.runtime.auth;

import io.cordon.runtime.http.Reply;
import io.cordon.runtime.people.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hands out what somebody needs to be let in, and to stay so.
 *
 * @param longest how long a session can be renewed
 */
record Grants(AccessTokens accessTokens, Sessions sessions, Duration longest, Clock clock) {
    /** A new session. */
    Reply open(int status, PersonId person) {
        Instant now = clock.instant();
        RefreshToken token = RefreshToken.first();
        Session session = new Session(token.session(), person, token.hash(), now.plus(longest));
        String access = accessTokens.issue(person);
        sessions.open(session, now);
        return reply(status, session, access, token);
    }

    Reply reply(int status, Session session, String access, RefreshToken token) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("userId", session.person().value());
        body.put("tokenType", "Bearer");
        body.put("accessToken", access);
        body.put("expiresIn", accessTokens.life().toSeconds());
        body.put("scope", accessTokens.scopes());
        body.put("refreshToken", token.text());
        body.put(
                "sessionEndsAt",
                Instant.ofEpochSecond(session.ends().getEpochSecond()).toString());
        return new Reply(status, Map.of(), body);
    }
}
