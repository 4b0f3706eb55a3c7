package io.cordon.compliance.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One exception with what governs it.
 *
 * @param ruleId the finding that it excuses
 * @param madeOn the construct it was made on
 * @param resources what it excuses there
 * @param reason why
 * @param compensation what protects the data instead
 * @param owner who answers for it
 * @param expires its last day
 * @param endsSoon whether that day is near
 * @param standing {@code governed}, or what is wrong with it
 */
@JsonPropertyOrder({
    "Rule ID",
    "Made On",
    "Resource IDs",
    "Reason",
    "Compensating Control",
    "Owner",
    "Expires",
    "Ends Soon",
    "Standing"
})
public record ExceptionRow(
        @JsonProperty("Rule ID") String ruleId,
        @JsonProperty("Made On") String madeOn,
        @JsonProperty("Resource IDs") String resources,
        @JsonProperty("Reason") String reason,
        @JsonProperty("Compensating Control") String compensation,
        @JsonProperty("Owner") String owner,
        @JsonProperty("Expires") String expires,
        @JsonProperty("Ends Soon") String endsSoon,
        @JsonProperty("Standing") String standing) {}
