package io.cordon.runtime.auth;

import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.people.External;
import io.cordon.runtime.people.Lookup;
import io.cordon.runtime.people.People;
import io.cordon.runtime.people.PersonId;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;

/** Signs in whom we know. */
record SignIn(IdTokens idTokens, Lookup lookup, People people, Grants grants, Meter meter) {
    Reply answer(Request request) {
        Identity identity = idTokens.verify(
                Fields.of(request.json(), "provider", "idToken", "nonce").credential());
        PersonId person = people.find(external(identity)).orElseThrow(this::notOnboarded);
        return opened(200, person, Outcome.SIGNED_IN);
    }

    External external(Identity identity) {
        String provider = identity.provider().word();
        return new External(provider, lookup.external(provider, identity.subject()));
    }

    Reply opened(int status, PersonId person, Outcome outcome) {
        Reply reply = grants.open(status, person);
        meter.count(Metric.SIGN_INS, Part.outcome(outcome));
        return reply;
    }

    /** No secret: only who proves to be the one in question learns it. */
    private Refusal notOnboarded() {
        meter.count(Metric.SIGN_INS, Part.outcome(Outcome.NOT_ONBOARDED));
        return new Refusal(
                new Problem(404, "not-onboarded", "Not onboarded", "Nobody was onboarded with this identity."));
    }
}
