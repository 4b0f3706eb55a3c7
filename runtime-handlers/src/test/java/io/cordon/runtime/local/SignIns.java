package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Where people sign in: two providers whose keys are known, the keys of KMS, and requests to sign in. */
public final class SignIns {
    /** For whom Google's tokens are. */
    public static final String GOOGLE_CLIENT = "1234.apps.googleusercontent.com";
    /** For whom Apple's tokens are. */
    public static final String APPLE_CLIENT = "org.example.clinic";
    /** What everybody consents to. */
    public static final String CONSENTS = "privacy:2026-11,terms:3";
    /** What access tokens are good for. */
    public static final String SCOPES = "documents:read documents:write";
    /** Signs access tokens. */
    public static final LocalKms.Key SIGNING = LocalKms.key();
    /** People are looked up by it. */
    public static final LocalKms.Key LOOKUP = LocalKms.secret();
    /** People were looked up by it. */
    public static final LocalKms.Key OLD_LOOKUP = LocalKms.secret();
    /** Wraps the keys of what names people. */
    public static final LocalKms.Key PERSON = LocalKms.secret();
    /** Google. */
    public static final LocalProvider GOOGLE;
    /** Apple. */
    public static final LocalProvider APPLE;
    /** What the function of the manifest is set to. */
    public static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("SIGNING_KEY", SIGNING.arn()),
            Map.entry("LOOKUP_KEYS", LOOKUP.arn() + "," + OLD_LOOKUP.arn()),
            Map.entry("LOOKUP_VERSIONS", "2,1"),
            Map.entry("PERSON_KEY", PERSON.arn()),
            Map.entry("GOOGLE_CLIENTS", GOOGLE_CLIENT),
            Map.entry("APPLE_CLIENTS", APPLE_CLIENT),
            Map.entry("REQUIRED_CONSENTS", CONSENTS),
            Map.entry("TOKEN_ISSUER", Token.ISSUER),
            Map.entry("TOKEN_AUDIENCE", Token.AUDIENCE),
            Map.entry("LONGEST_TOKEN_SECONDS", Long.toString(Token.LONGEST)),
            Map.entry("TOKEN_SCOPES", SCOPES),
            Map.entry("SESSION_DAYS", "30"));

    private static final JsonMapper JSON = new JsonMapper();

    static {
        LocalAws.start();
        GOOGLE = LocalProvider.of("google", "https://accounts.google.com", GOOGLE_CLIENT)
                .published(Instant.now());
        APPLE = LocalProvider.of("apple", "https://appleid.apple.com", APPLE_CLIENT)
                .published(Instant.now());
    }

    private SignIns() {}

    /** The function that signs people in. */
    public static Lambda auth() {
        return Lambda.named("auth", Map.of());
    }

    /** Somebody at a provider. */
    public static String somebody() {
        return "sub-" + UUID.randomUUID();
    }

    /** The body of a request to be onboarded. */
    public static ObjectNode application(LocalIdToken token) {
        ObjectNode body = credential(token);
        body.putObject("consents").put("privacy", "2026-11").put("terms", "3");
        return body;
    }

    /** The body of a request to be signed in. */
    public static ObjectNode credential(LocalIdToken token) {
        return JSON.createObjectNode()
                .put("provider", token.provider().name())
                .put("idToken", token.signed())
                .put("nonce", token.nonce());
    }

    /** A request to be onboarded. */
    public static Event onboarding(LocalIdToken token) {
        return Event.auth("oauth-onboarding", application(token).toString());
    }

    /** A request to be signed in. */
    public static Event signIn(LocalIdToken token) {
        return Event.auth("oauth-signin", credential(token).toString());
    }

    /** A request to renew a session. */
    public static Event refresh(String token) {
        return Event.auth(
                "refresh", JSON.createObjectNode().put("refreshToken", token).toString());
    }

    /** Signs somebody new in, and gives what renews the session. */
    public static String session(Lambda auth, String subject) {
        return auth.answer(onboarding(GOOGLE.token(subject)))
                .body()
                .get("refreshToken")
                .asText();
    }
}
