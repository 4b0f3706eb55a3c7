package io.cordon.compliance.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One finding of a pack that advises and does not decide.
 *
 * @param ruleId the rule with its pack
 * @param resourceId the construct path
 * @param level {@code error} or {@code warning}, as the pack says
 * @param info what it says
 */
@JsonPropertyOrder({"Rule ID", "Resource ID", "Rule Level", "Rule Info"})
public record AdviceRow(
        @JsonProperty("Rule ID") String ruleId,
        @JsonProperty("Resource ID") String resourceId,
        @JsonProperty("Rule Level") String level,
        @JsonProperty("Rule Info") String info) {}
