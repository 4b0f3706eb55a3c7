package io.cordon.runtime.auth;

import io.cordon.runtime.auth.Sessions.Ending;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.people.People;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;
import java.time.Instant;

/**
 * Renews a session. Each secret is good once: one that comes again means that two have it, and nobody can tell which of
 * them is the thief (RFC 9700, 4.14.2), so the session is over for both.
 */
record Refresh(Grants grants, People people, Meter meter) {
    /** Why a session was not renewed: the dimension {@code Cause} of the metric; no caller learns it. */
    private enum Fault {
        FORM,
        UNKNOWN,
        REUSED,
        ERASED
    }

    Reply answer(Request request) {
        String text = Fields.of(request.json(), "refreshToken").refreshToken();
        RefreshToken token = RefreshToken.parse(text).orElseThrow(() -> refused(Fault.FORM));
        Instant now = grants.clock().instant();
        Session session = grants.sessions().find(token.session(), now).orElseThrow(() -> refused(Fault.UNKNOWN));
        if (!session.isRenewedBy(token)) {
            throw reused(session, now);
        }
        if (!people.knows(session.person())) {
            grants.sessions().end(session.id(), Ending.ERASED, now);
            throw refused(Fault.ERASED);
        }
        return renewed(session, token.next(), now);
    }

    private Reply renewed(Session session, RefreshToken next, Instant now) {
        // Signed before the secret changes: if KMS fails, the caller still has a secret that is good.
        String access = grants.accessTokens().issue(session.person());
        if (!grants.sessions().rotate(session, next.hash(), now)) {
            throw reused(session, now);
        }
        meter.count(Metric.SIGN_INS, Part.outcome(Outcome.REFRESHED));
        return grants.reply(200, session, access, next);
    }

    private Refusal reused(Session session, Instant now) {
        grants.sessions().end(session.id(), Ending.REUSED, now);
        meter.count(Metric.REFRESH_REUSE);
        return refused(Fault.REUSED);
    }

    private Refusal refused(Fault fault) {
        meter.count(Metric.REFRESH_TOKENS_REFUSED, fault);
        return new Refusal(new Problem(
                401, "refresh-token-refused", "Not signed in", "The session is over, or never was. Sign in again."));
    }
}
