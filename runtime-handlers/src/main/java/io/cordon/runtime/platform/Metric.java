package io.cordon.runtime.platform;

/**
 * The metrics that functions emit, each with the dimension {@code Service} and some also by {@link Part parts}; the
 * manifest declares the same.
 */
public enum Metric {
    /** A new job was opened. */
    UPLOADS_OPENED("UploadsOpened"),
    /** A request to open a job was refused because of what was asked or who asked. */
    UPLOADS_REFUSED("UploadsRefused"),
    /** A model read a document, and its answer is kept; by kind. */
    DOCUMENTS_PROCESSED("DocumentsProcessed"),
    /** A guardrail or the model declined to read a document, which is a result too; by cause. */
    DOCUMENTS_DECLINED("DocumentsDeclined"),
    /** A document came to nothing, and why is kept; by cause. */
    DOCUMENTS_FAILED("DocumentsFailed"),
    /** A document failed though nothing is wrong with it: model, stores or we were at fault until the last try. */
    DOCUMENTS_GIVEN_UP("DocumentsGivenUp"),
    /** From the arrival of a document to its result or failure. */
    DOCUMENT_LATENCY("DocumentLatency", Unit.MILLISECONDS),
    /** How long a model took for a call whose reply is known; by model. */
    MODEL_TIME("ModelTime", Unit.MILLISECONDS),
    /** A model was throttled, unavailable or not allowed; nothing was charged. */
    MODEL_TURNED_AWAY("ModelTurnedAway"),
    /** Tokens that a model read, without those of its cache; by model and kind. */
    INPUT_TOKENS("InputTokens"),
    /** Tokens that a model wrote; by model and kind. */
    OUTPUT_TOKENS("OutputTokens"),
    /** What calls cost, in millionths of a US dollar; by model and kind. */
    COST_MICRO_USD("CostMicroUsd"),
    /** A booking stays open: its call had no whole answer, so what was charged is not known, or could not be settled. */
    CALLS_UNSETTLED("CallsUnsettled"),
    /** A call is booked without its cost, for want of a price of its model. */
    PRICES_MISSING("PricesMissing"),
    /** An access token was good. */
    TOKENS_ACCEPTED("TokensAccepted"),
    /** A request had no good access token; by cause. */
    TOKENS_REFUSED("TokensRefused"),
    /** KMS did not say what a signing key is; remembered keys may still bridge it. */
    KEYS_UNAVAILABLE("KeysUnavailable"),
    /** Somebody proved who they are; by what came of it. */
    SIGN_INS("SignIns"),
    /** An ID token was not good; by cause. */
    ID_TOKENS_REFUSED("IdTokensRefused"),
    /** A refresh token was not good; by cause. */
    REFRESH_TOKENS_REFUSED("RefreshTokensRefused"),
    /** A refresh token came again after it was used, or a forged one for a session that is there; the session is over. */
    REFRESH_REUSE("RefreshReuse"),
    /** There were no keys of a provider that can still be relied on, so nobody could sign in by it. */
    IDENTITY_KEYS_MISSING("IdentityKeysMissing"),
    /** The keys of a provider were fetched and kept; by provider. */
    IDENTITY_KEYS_RENEWED("IdentityKeysRenewed"),
    /** A provider's new keys share none with the last ones, and wait for a person; by provider. */
    IDENTITY_KEYS_HELD("IdentityKeysHeld"),
    /** What a provider sent is no set of keys, or nothing came; by cause. */
    IDENTITY_KEYS_REFUSED("IdentityKeysRefused"),
    /** How long ago the keys that count were fetched; by provider. */
    IDENTITY_KEYS_AGE("IdentityKeysAge", Unit.MILLISECONDS),
    /** One thing is wrong with a trail or with what it delivered. */
    TRAIL_PROBLEMS("TrailProblems"),
    /** A trail and all that it delivered since the last check is as it should be. */
    TRAIL_VERIFIED("TrailVerified");

    private final String published;
    private final Unit unit;

    /** What a value is a number of. */
    public enum Unit {
        /** Things. */
        COUNT,
        /** Thousandths of a second. */
        MILLISECONDS
    }

    Metric(String published) {
        this(published, Unit.COUNT);
    }

    Metric(String published, Unit unit) {
        this.published = published;
        this.unit = unit;
    }

    /** The name in CloudWatch. */
    public String published() {
        return published;
    }

    /** The unit in CloudWatch. */
    public Unit unit() {
        return unit;
    }
}
