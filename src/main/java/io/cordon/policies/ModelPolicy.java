package io.cordon.policies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * One foundation model that may see PHI.
 *
 * @param id the id of the model, which its profiles extend
 * @param name what people call it
 * @param family models of one family follow each other
 * @param profiles by geography, how it is called there
 * @param launched its first day on Bedrock
 * @param ends its last day, as far as it is known
 * @param prices what it costs through one of these profiles
 * @param sharesWithProvider whether prompts and answers go to who made it; never true in this list
 * @param retainsDays how long prompts and answers are kept; always 0 in this list
 * @param verified whether all of this was read in the source
 * @param why the reason for having it, and what could not be verified
 * @param source where it is documented
 * @param checked when somebody last looked there
 */
public record ModelPolicy(
        String id,
        String name,
        String family,
        Map<String, Profile> profiles,
        LocalDate launched,
        Ends ends,
        Prices prices,
        boolean sharesWithProvider,
        int retainsDays,
        boolean verified,
        String why,
        String source,
        LocalDate checked) {

    /**
     * A cross-region inference profile that AWS defines.
     *
     * @param id what a call names
     * @param destinations the regions in which the call may be answered
     */
    public record Profile(String id, List<String> destinations) {}

    /**
     * How long the model lives.
     *
     * @param on the day
     * @param certainty how sure it is
     */
    public record Ends(LocalDate on, Certainty certainty) {
        /** Whether requests fail at {@code asOf}. A model whose earliest day is over still answers. */
        public boolean isOver(LocalDate asOf) {
            return certainty == Certainty.ANNOUNCED && !asOf.isBefore(on);
        }

        /** Days of published life at {@code asOf}, none or negative once the day is reached. */
        public long daysLeft(LocalDate asOf) {
            return ChronoUnit.DAYS.between(asOf, on);
        }
    }

    /** How sure the end of a model is. */
    public enum Certainty {
        /** Bedrock has announced the day: requests fail from then on. */
        @JsonProperty("announced")
        ANNOUNCED,
        /** Bedrock promises not to end it sooner, and gives notice before it does. */
        @JsonProperty("earliest")
        EARLIEST
    }

    /**
     * What a million tokens cost, in millionths of a US dollar.
     *
     * @param inputMicroUsdPerMillionTokens prompt, as far as no cache is used
     * @param outputMicroUsdPerMillionTokens answer, reasoning included
     * @param cacheReadMicroUsdPerMillionTokens prompt, read from the cache
     * @param cacheWriteMicroUsdPerMillionTokens prompt, written to the cache for five minutes
     * @param upToPromptTokens the longest prompt at these prices
     * @param source where they are listed
     * @param checked when somebody last looked there
     */
    public record Prices(
            int inputMicroUsdPerMillionTokens,
            int outputMicroUsdPerMillionTokens,
            int cacheReadMicroUsdPerMillionTokens,
            int cacheWriteMicroUsdPerMillionTokens,
            int upToPromptTokens,
            String source,
            LocalDate checked) {}
}
