package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The environment of a function's process: the manifest's variables and no other, and what Lambda itself sets. */
public final class Surroundings {
    /** The key that signs access tokens. */
    public static final LocalKms.Key KEY;

    /** Where documents arrive and have a model. */
    static final Clinic CLINIC = Clinic.open();

    private static final Map<String, String> RESOURCES;
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("largestUploadBytes", "5000000"),
            Map.entry("uploadsPerHour", "100"),
            Map.entry("uploadUrlSeconds", "300"),
            Map.entry("jobDays", "4"),
            Map.entry("allowedOrigins", Event.PAGE),
            Map.entry("tokenIssuer", Token.ISSUER),
            Map.entry("tokenAudience", Token.AUDIENCE),
            Map.entry("longestTokenSeconds", Long.toString(Token.LONGEST)),
            Map.entry("tokenScopes", SignIns.SCOPES),
            Map.entry("sessionDays", "30"),
            Map.entry("googleClients", SignIns.GOOGLE_CLIENT),
            Map.entry("appleClients", SignIns.APPLE_CLIENT),
            Map.entry("requiredConsents", SignIns.CONSENTS),
            Map.entry("lookupVersions", "2,1"),
            Map.entry("expectedTrail", LocalAws.TRAIL_EXPECTED),
            Map.entry("metricsNamespace", "Cordon/Tests"),
            Map.entry("model", CLINIC.model()),
            Map.entry("longestTextCharacters", "200000"),
            Map.entry("longestAnswerTokens", "4096"),
            Map.entry("tries", "3"),
            Map.entry("costRecordDays", "400"));

    static {
        KEY = LocalKms.key();
        RESOURCES = Map.of(
                "application",
                LocalAws.TABLE,
                "uploads",
                LocalAws.BUCKET,
                "costs",
                LocalAws.COSTS,
                "trail",
                LocalAws.TRAIL,
                "trailLogs",
                LocalAws.TRAIL_BUCKET,
                "model",
                CLINIC.bedrock().id(),
                "signingKeys",
                KEY.arn(),
                "signingKey",
                SignIns.SIGNING.arn(),
                "lookupKeys",
                SignIns.LOOKUP.arn() + "," + SignIns.OLD_LOOKUP.arn(),
                "personKey",
                SignIns.PERSON.arn());
    }

    private Surroundings() {}

    /** Those of a function. */
    public static Map<String, String> of(String function) {
        Map<String, String> environment = new HashMap<>(lambda());
        Manifest.function(function)
                .get("variables")
                .properties()
                .forEach(variable -> environment.put(variable.getKey(), value(variable.getValue())));
        return environment;
    }

    /** What Lambda sets, with AWS on this machine; JSON as the format of logs, as our constructs ask for it. */
    public static Map<String, String> lambda() {
        return Map.ofEntries(
                Map.entry("AWS_REGION", "eu-west-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "LOCALACCESSKEY"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "localsecretkey"),
                Map.entry("AWS_ENDPOINT_URL_DYNAMODB", System.getProperty("aws.endpointUrlDynamoDb")),
                Map.entry("AWS_ENDPOINT_URL_S3", System.getProperty("aws.endpointUrlS3")),
                Map.entry("AWS_ENDPOINT_URL_KMS", System.getProperty("aws.endpointUrlKms")),
                Map.entry("AWS_ENDPOINT_URL_CLOUDTRAIL", System.getProperty("aws.endpointUrlCloudTrail")),
                Map.entry("AWS_ENDPOINT_URL_BEDROCK", System.getProperty("aws.endpointUrlBedrock")),
                Map.entry("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", System.getProperty("aws.endpointUrlBedrockRuntime")),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "function"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
                Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
                Map.entry("AWS_LAMBDA_LOG_LEVEL", "INFO"));
    }

    private static String value(JsonNode variable) {
        if (variable.has("value")) {
            return variable.get("value").textValue();
        }
        String known = variable.has("nameOf")
                ? RESOURCES.get(variable.get("nameOf").textValue())
                : SETTINGS.get(variable.get("setting").textValue());
        return Objects.requireNonNull(known, () -> "These surroundings have no value for " + variable);
    }
}
