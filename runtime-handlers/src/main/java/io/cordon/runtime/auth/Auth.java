package io.cordon.runtime.auth;

import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;

/** The three ways to be signed in. */
record Auth(Onboarding onboarding, SignIn signIn, Refresh refresh) {
    Reply answer(Request request) {
        return switch (request.route()) {
            case "POST /api/v1/auth/oauth-onboarding" -> onboarding.answer(request);
            case "POST /api/v1/auth/oauth-signin" -> signIn.answer(request);
            case "POST /api/v1/auth/refresh" -> refresh.answer(request);
            default -> throw new Refusal(new Problem(404, "no-such-route", "Not found", "There is nothing here."));
        };
    }
}
