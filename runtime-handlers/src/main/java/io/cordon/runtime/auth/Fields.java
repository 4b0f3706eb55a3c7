package io.cordon.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Problem.Flaw;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.identity.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the fields of a body, and names all that is wrong with them at once. */
final class Fields {
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~-]{22,128}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]{1,32}");
    private static final int MOST_CONSENTS = 16;

    private final ObjectNode body;
    private final List<Flaw> flaws = new ArrayList<>();

    private Fields(ObjectNode body) {
        this.body = body;
    }

    /** Those of a body that may have these and no other. */
    static Fields of(ObjectNode body, String... names) {
        Fields fields = new Fields(body);
        Set<String> known = Set.of(names);
        if (body.properties().stream().anyMatch(field -> !known.contains(field.getKey()))) {
            fields.flaws.add(new Flaw("body", "holds " + String.join(", ", names) + " only"));
        }
        return fields;
    }

    String refreshToken() {
        String token = text("refreshToken");
        refuse();
        return token;
    }

    /** What somebody proves who they are with. */
    Credential credential() {
        Optional<Provider> provider = Provider.named(body.path("provider").asText());
        if (provider.isEmpty() || !body.path("provider").isTextual()) {
            flaws.add(new Flaw("provider", "is required, google or apple"));
        }
        String token = text("idToken");
        String nonce = body.path("nonce").asText();
        if (!body.path("nonce").isTextual() || !NONCE.matcher(nonce).matches()) {
            flaws.add(new Flaw(
                    "nonce", "is required, 22 to 128 letters, digits and . _ ~ -, whose SHA-256 the token has"));
        }
        refuse();
        return new Credential(provider.orElseThrow(), token, nonce);
    }

    /** What somebody consents to, each kind with a version; checked with the rest. */
    Map<String, String> consents() {
        JsonNode given = body.path("consents");
        Map<String, String> consents = new TreeMap<>();
        given.properties()
                .forEach(consent ->
                        consents.put(consent.getKey(), consent.getValue().asText()));
        boolean fine = given.isObject()
                && consents.size() <= MOST_CONSENTS
                && given.valueStream().allMatch(JsonNode::isTextual)
                && consents.keySet().stream().allMatch(it -> KIND.matcher(it).matches())
                && consents.values().stream().allMatch(it -> VERSION.matcher(it).matches());
        if (!fine) {
            flaws.add(new Flaw(
                    "consents", "is required, an object of kinds and versions, such as \"terms\": \"2026-11\""));
        }
        return consents;
    }

    /** A part of a name, if it was given; checked with the rest. */
    Optional<String> name(String field) {
        JsonNode given = body.path(field);
        Optional<String> name = PersonName.of(given.textValue());
        if (!given.isMissingNode() && name.isEmpty()) {
            flaws.add(new Flaw(field, PersonName.FORM));
        }
        return name;
    }

    private String text(String field) {
        String text = body.path(field).asText();
        if (!body.path(field).isTextual() || text.isEmpty()) {
            flaws.add(new Flaw(field, "is required, a text"));
        }
        return text;
    }

    private void refuse() {
        if (!flaws.isEmpty()) {
            throw new Refusal(Problem.invalid(flaws));
        }
    }
}
