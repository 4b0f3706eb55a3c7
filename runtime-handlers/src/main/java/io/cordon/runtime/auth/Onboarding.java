package io.cordon.runtime.auth;

import io.cordon.runtime.http.Reply;
import io.cordon.runtime.http.Request;
import io.cordon.runtime.people.External;
import io.cordon.runtime.people.Field;
import io.cordon.runtime.people.FieldCipher;
import io.cordon.runtime.people.NewPerson;
import io.cordon.runtime.people.People;
import io.cordon.runtime.people.PersonId;
import io.cordon.runtime.platform.Unavailable;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a person of somebody new. Whoever comes again is signed in, and nothing of theirs changes; so a phone may repeat a
 * request whose answer it lost. Two identities with one address are two people: an address proves nothing.
 */
record Onboarding(SignIn signIn, Consents consents, FieldCipher cipher, Clock clock) {
    Reply answer(Request request) {
        Application application = Application.read(request.json());
        Identity identity = signIn.idTokens().verify(application.credential());
        External external = signIn.external(identity);
        Optional<PersonId> known = people().find(external);
        if (known.isPresent()) {
            return signIn.opened(200, known.get(), Outcome.KNOWN);
        }
        consents.check(application.consents());
        NewPerson person = person(application, identity, external);
        return people().add(person)
                ? signIn.opened(201, person.id(), Outcome.ONBOARDED)
                : signIn.opened(200, whoWasFaster(external), Outcome.KNOWN);
    }

    private NewPerson person(Application application, Identity identity, External external) {
        PersonId id = PersonId.random();
        Map<Field, String> fields = application.fields(identity);
        return new NewPerson(
                id,
                external,
                identity.address().map(signIn.lookup()::email),
                cipher.seal(id, fields),
                application.consents(),
                clock.instant());
    }

    private PersonId whoWasFaster(External external) {
        return people().find(external).orElseThrow(() -> new Unavailable("onboarded and erased at once"));
    }

    private People people() {
        return signIn.people();
    }
}
