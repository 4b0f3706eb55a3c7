package io.cordon.compliance.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One rule against one resource. The first six columns are those of cdk-nag 2's report.
 *
 * @param ruleId the rule with its pack
 * @param resourceId the construct path; empty where the rule found no resource to look at
 * @param compliance the verdict
 * @param exceptionReason why a finding is excused
 * @param ruleLevel {@code error} or {@code warning}
 * @param ruleInfo what a finding says
 * @param cause why there is no verdict, or what exactly was found
 * @param citations the provisions that the rule cites
 * @param resourceType the CloudFormation type
 * @param dataClass what the resource says it holds
 * @param stack the stack's path
 * @param owner who answers for the exception
 * @param expires the exception's last day
 */
@JsonPropertyOrder({
    "Rule ID",
    "Resource ID",
    "Compliance",
    "Exception Reason",
    "Rule Level",
    "Rule Info",
    "Cause",
    "Citations",
    "Resource Type",
    "Data Class",
    "Stack",
    "Owner",
    "Expires"
})
public record ControlRow(
        @JsonProperty("Rule ID") String ruleId,
        @JsonProperty("Resource ID") String resourceId,
        @JsonProperty("Compliance") Compliance compliance,
        @JsonProperty("Exception Reason") String exceptionReason,
        @JsonProperty("Rule Level") String ruleLevel,
        @JsonProperty("Rule Info") String ruleInfo,
        @JsonProperty("Cause") String cause,
        @JsonProperty("Citations") String citations,
        @JsonProperty("Resource Type") String resourceType,
        @JsonProperty("Data Class") String dataClass,
        @JsonProperty("Stack") String stack,
        @JsonProperty("Owner") String owner,
        @JsonProperty("Expires") String expires) {}
