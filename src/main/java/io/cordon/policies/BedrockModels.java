package io.cordon.policies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one list of foundation models: {@code policies/bedrock/models.json}. Endpoint policies, permissions, prices,
 * dashboards and the check of their ends are made from it, so that none of them can drift.
 *
 * @param defaultGeography where models run unless somebody says otherwise
 * @param defaultModel the model to take unless somebody says otherwise
 * @param defaultLifeDays what the default model must still have of published life
 * @param warningDays the evidence warns of a model that ends within so many days
 * @param geographies where data may be processed
 * @param models what may see PHI
 * @param ended what no longer answers
 * @param withheld what keeps or shares what it is given
 */
public record BedrockModels(
        String defaultGeography,
        String defaultModel,
        Figure defaultLifeDays,
        Figure warningDays,
        List<Geography> geographies,
        List<ModelPolicy> models,
        List<Ended> ended,
        List<Withheld> withheld) {

    private static final BedrockModels CURRENT = PolicyFile.read("bedrock/models.json", BedrockModels.class);

    /**
     * Regions between which a request may be routed.
     *
     * @param id the prefix of its inference profiles, such as {@code eu}
     * @param regions the regions from which and to which a request may go
     * @param why the reason for these regions
     * @param source where they are documented
     * @param checked when somebody last looked there
     */
    public record Geography(String id, List<String> regions, String why, String source, LocalDate checked) {}

    /**
     * A model that no longer answers.
     *
     * @param id its id
     * @param name what people call it
     * @param on its last day
     * @param successor what to move to
     * @param verified whether the day was read in the source
     * @param why how the day is known
     * @param source where it is documented
     * @param checked when somebody last looked there
     */
    public record Ended(
            String id,
            String name,
            LocalDate on,
            String successor,
            boolean verified,
            String why,
            String source,
            LocalDate checked) {}

    /**
     * A model that must not see PHI.
     *
     * @param id its id
     * @param name what people call it
     * @param sharesWithProvider whether prompts and answers go to who made it
     * @param retainsDays how long they are kept
     * @param successor what to take instead
     * @param why the reason
     * @param source where it is documented
     * @param checked when somebody last looked there
     */
    public record Withheld(
            String id,
            String name,
            boolean sharesWithProvider,
            int retainsDays,
            String successor,
            String why,
            String source,
            LocalDate checked) {}

    /** Returns the list on the class path. */
    public static BedrockModels current() {
        return CURRENT;
    }

    /** Returns the geography of that id. */
    public Optional<Geography> geography(String id) {
        return geographies.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Returns the model of that id, if it may see PHI. */
    public Optional<ModelPolicy> model(String id) {
        return models.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Returns what to move to from {@code model}: the one of its family that ends last, or the default. */
    public String successor(ModelPolicy model) {
        return models.stream()
                .filter(it -> it.family().equals(model.family()) && !it.id().equals(model.id()))
                .filter(it -> it.ends().on().isAfter(model.ends().on()))
                .max(Comparator.comparing(it -> it.ends().on()))
                .map(ModelPolicy::id)
                .orElse(defaultModel);
    }
}
