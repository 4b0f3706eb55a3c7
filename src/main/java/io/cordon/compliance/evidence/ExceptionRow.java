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
 * @param ticket where it was decided
 * @param endsSoon whether that day is near
 * @param statedIn {@code code}, or the file and the place in it
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
    "Ticket",
    "Ends Soon",
    "Stated In",
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
        @JsonProperty("Ticket") String ticket,
        @JsonProperty("Ends Soon") String endsSoon,
        @JsonProperty("Stated In") String statedIn,
        @JsonProperty("Standing") String standing) {}
