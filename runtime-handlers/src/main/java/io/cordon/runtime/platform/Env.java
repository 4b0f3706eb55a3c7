package io.cordon.runtime.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The environment variables of the functions; the only place that reads the environment. */
public enum Env {
    /** Name of the table that holds jobs, quotas and idempotency keys. */
    APPLICATION_TABLE,
    /** Name of the bucket that documents are uploaded to. */
    UPLOAD_BUCKET,
    /** Largest document that may be uploaded, in bytes. */
    LARGEST_UPLOAD_BYTES,
    /** Jobs that one caller may open in one clock hour (UTC). */
    UPLOADS_PER_HOUR,
    /** Life of a presigned upload URL, in seconds. */
    UPLOAD_URL_SECONDS,
    /** Days that a job is remembered after its upload URL has ended: the longest life of the temporary document. */
    JOB_DAYS,
    /** Id of the inference profile that answers for the model. */
    MODEL_PROFILE,
    /** Id of the model, as prices name it. */
    MODEL,
    /** Longest text that a model is given, in characters. */
    LONGEST_TEXT_CHARACTERS,
    /** Longest answer that a model may write, in tokens. */
    LONGEST_ANSWER_TOKENS,
    /** How often a job is begun before it counts as failed. */
    TRIES,
    /** Days that the cost of a call is remembered. */
    COST_RECORD_DAYS,
    /** ARNs or ids of the keys that sign access tokens: one or two, separated by a comma. */
    SIGNING_KEYS,
    /** Who must have issued an access token. */
    TOKEN_ISSUER,
    /** For whom an access token must be. */
    TOKEN_AUDIENCE,
    /** Longest life that an access token may claim, in seconds. */
    LONGEST_TOKEN_SECONDS,
    /** ARN of the key that signs access tokens. */
    SIGNING_KEY,
    /** What an access token lets its holder do: scopes, separated by spaces. */
    TOKEN_SCOPES,
    /** Days after which somebody must sign in again, however often the session was refreshed. */
    SESSION_DAYS,
    /** Client ids for which Google's ID tokens count, separated by commas; empty for none. */
    GOOGLE_CLIENTS,
    /** Client ids for which Apple's ID tokens count, separated by commas; empty for none. */
    APPLE_CLIENTS,
    /** What everybody has to consent to, and in which version: {@code kind:version}, separated by commas. */
    REQUIRED_CONSENTS,
    /** ARN of the key that protects what names a person. */
    PERSON_KEY,
    /** ARNs of the keys that people are looked up by: one or two, separated by a comma; the first one writes. */
    LOOKUP_KEYS,
    /** The versions of these keys, in the same order. */
    LOOKUP_VERSIONS,
    /** ARN of the trail that is checked. */
    TRAIL,
    /** What the trail is expected to be set to, as a JSON object; empty where nobody knows. */
    TRAIL_EXPECTED,
    /** Name of the bucket that the trail delivers to. */
    TRAIL_BUCKET,
    /** Name of the table that holds price books and what calls cost. */
    COST_TABLE,
    /** Web origins whose pages may read replies, separated by commas; empty for none. */
    ALLOWED_ORIGINS,
    /** CloudWatch namespace of the metrics. */
    POWERTOOLS_METRICS_NAMESPACE,
    /** Name of the function, as in the manifest. */
    POWERTOOLS_SERVICE_NAME;

    private static volatile Function<String, @Nullable String> source = System::getenv;

    /** The value; a missing or blank one stops the function before its first request. */
    public String value() {
        String value = source.apply(name());
        if (value == null || value.isBlank()) {
            throw unset();
        }
        return value;
    }

    /** The values between commas, of which there may be none; a missing variable stops the function all the same. */
    public List<String> list() {
        String value = source.apply(name());
        if (value == null) {
            throw unset();
        }
        return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /** The value as a whole number of at least 1. */
    public long number() {
        String value = value();
        if (!value.matches("[1-9][0-9]{0,14}")) {
            throw new IllegalStateException("Environment variable " + name() + " is not a whole number of at least 1");
        }
        return Long.parseLong(value);
    }

    private IllegalStateException unset() {
        return new IllegalStateException("Environment variable " + name() + " is not set");
    }

    static void readFrom(Function<String, @Nullable String> other) {
        source = other;
    }
}
