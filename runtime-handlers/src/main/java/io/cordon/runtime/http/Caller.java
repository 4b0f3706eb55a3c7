package io.cordon.runtime.http;

import java.util.List;
import java.util.Map;

/** Who asks: an opaque subject, and what that subject may do. */
public record Caller(String subject, List<String> scopes) {
    /** Far more than any issuer writes; a table key has an end. */
    private static final int LONGEST_SUBJECT = 256;

    static Caller of(Map<String, Object> authorizer) {
        if (!(authorizer.get("principalId") instanceof String subject)
                || subject.isBlank()
                || subject.length() > LONGEST_SUBJECT) {
            throw new Refusal(
                    new Problem(401, "not-signed-in", "Not signed in", "The request carries no valid access token."));
        }
        String scopes = authorizer.get("scope") instanceof String text ? text : "";
        return new Caller(subject, List.of(scopes.trim().split(" +")));
    }

    /** Itself, if it holds the scope. */
    public Caller holding(String scope) {
        if (!scopes.contains(scope)) {
            throw new Refusal(new Problem(
                    403, "scope-missing", "Not allowed", "The access token does not hold the scope " + scope + "."));
        }
        return this;
    }

    @Override
    public String toString() {
        return "Caller[hidden]";
    }
}
