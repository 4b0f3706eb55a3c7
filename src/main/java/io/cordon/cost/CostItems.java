package io.cordon.cost;

import java.util.List;

/**
 * The items of a {@link CostTrackingTable}, as writers and readers agree on them. Money is in millionths of a US dollar
 * (micro-dollars), as whole numbers: a call of a fraction of a cent is not rounded to nothing.
 *
 * <table>
 * <caption>Items</caption>
 * <tr><th>item</th><th>{@code PK}</th><th>{@code SK}</th></tr>
 * <tr><td>call of a model</td><td>{@code USER#<opaque id>}</td><td>{@code CALL#<instant>#<call id>}</td></tr>
 * <tr><td>price book</td><td>{@code PRICE#<model id>}</td><td>{@code BOOK#<version>}</td></tr>
 * <tr><td>price in force</td><td>{@code PRICE#<model id>}</td><td>{@code CURRENT}</td></tr>
 * </table>
 *
 * <p>The instant is ISO 8601 in UTC with milliseconds, so that calls sort by time; the call id keeps two calls of one
 * millisecond apart. A call is booked before it is made, on the condition that its key does not exist, with provider,
 * model and time to live alone: without {@link #USER_ID} no monthly sum holds it. When its reply is known it is written
 * once more, whole, on the condition that it has no {@link #SETTLED_AT} yet: a retry is refused and counted once. A call
 * that has none after the function's time nobody saw the reply of: it may have cost something.
 */
public final class CostItems {
    /** What a partition key of a person's calls starts with; an opaque id follows, never an e-mail address. */
    public static final String USER = "USER#";

    /** What a sort key of a call starts with. */
    public static final String CALL = "CALL#";

    /** What a partition key of a model's prices starts with. */
    public static final String PRICE = "PRICE#";

    /** What a sort key of a price of one version of the price book starts with. */
    public static final String BOOK = "BOOK#";

    /** The sort key of the price in force. */
    public static final String CURRENT = "CURRENT";

    /** The opaque id again, as an attribute of calls alone: what has none is not in the monthly index. */
    public static final String USER_ID = "userId";

    /** The month of a call in UTC, such as {@code 2026-11}. */
    public static final String MONTH = "month";

    /** When a call's usage was written down, as ISO 8601 in UTC with milliseconds; what has none is still open. */
    public static final String SETTLED_AT = "settledAt";

    /** Tokens that the model read, without those read from its cache. */
    public static final String INPUT_TOKENS = "inputTokens";

    /** Tokens that the model wrote. */
    public static final String OUTPUT_TOKENS = "outputTokens";

    /** Tokens read from the prompt cache. */
    public static final String CACHE_READ_TOKENS = "cacheReadTokens";

    /** Tokens written into the prompt cache. */
    public static final String CACHE_WRITE_TOKENS = "cacheWriteTokens";

    /** What the call cost, in micro-dollars, rounded up; missing where nobody has priced the model. */
    public static final String TOTAL_MICRO_USD = "totalMicroUsd";

    /** Who ran the model, such as {@code bedrock}. */
    public static final String PROVIDER = "provider";

    /** The model. */
    public static final String MODEL_ID = "modelId";

    /** What the model worked on, such as {@code lab_results}; never the document or its name. */
    public static final String DOCUMENT_TYPE = "documentType";

    /** How long the call took, in milliseconds. */
    public static final String PROCESSING_TIME = "processingTimeMs";

    /** The version of the price book that {@link #TOTAL_MICRO_USD} was computed with. */
    public static final String PRICE_BOOK_VERSION = "priceBookVersion";

    /** What the monthly index copies: enough for a month's sum, and nothing that says what was asked. */
    static final List<String> IN_MONTHLY_INDEX =
            List.of(INPUT_TOKENS, OUTPUT_TOKENS, CACHE_READ_TOKENS, CACHE_WRITE_TOKENS, TOTAL_MICRO_USD);

    private CostItems() {}
}
