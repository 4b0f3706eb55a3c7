package io.cordon.runtime.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.people.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What somebody says who wants to be onboarded. */
record Application(
        Credential credential, Map<String, String> consents, Optional<String> givenName, Optional<String> familyName) {
    static Application read(ObjectNode body) {
        Fields fields = Fields.of(body, "provider", "idToken", "nonce", "consents", "givenName", "familyName");
        Map<String, String> consents = fields.consents();
        Optional<String> givenName = fields.name("givenName");
        Optional<String> familyName = fields.name("familyName");
        return new Application(fields.credential(), consents, givenName, familyName);
    }

    /** What names them: a name of their own word, or else of the provider's, which Apple does not tell. */
    Map<Field, String> fields(Identity identity) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        identity.address().ifPresent(it -> fields.put(Field.EMAIL, it));
        givenName.or(identity::givenName).ifPresent(it -> fields.put(Field.GIVEN_NAME, it));
        familyName.or(identity::familyName).ifPresent(it -> fields.put(Field.FAMILY_NAME, it));
        return fields;
    }

    @Override
    public String toString() {
        return "Application[hidden]";
    }
}
