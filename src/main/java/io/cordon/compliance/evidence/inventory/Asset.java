package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One resource, as the templates state it.
 *
 * @param stack the construct path of its stack
 * @param environment account and region, {@code unknown} where the app names none
 * @param path its construct path
 * @param logicalId its name in the template
 * @param type its CloudFormation type
 * @param dataClass the class of its data, or {@value #NOT_STATED}
 * @param encryption how its data is encrypted
 * @param key the construct of its customer-managed key, or the key's ARN if it is none of this app's
 * @param keyClass the data class that the key states
 * @param retention how long it keeps data
 * @param backup its backups and how long they are kept
 * @param exposure who outside can reach it, as far as the templates say
 * @param protection what keeps it from being deleted by mistake
 * @param onDeletion what becomes of it with its stack
 * @param source where in the Java code it was made; empty if that is not known
 */
@JsonPropertyOrder({
    "Stack",
    "Environment",
    "Resource ID",
    "Logical ID",
    "Resource Type",
    "Data Class",
    "Encryption",
    "Key",
    "Key's Data Class",
    "Retention",
    "Backup",
    "Public Exposure",
    "Deletion Protection",
    "On Stack Deletion",
    "Source"
})
public record Asset(
        @JsonProperty("Stack") String stack,
        @JsonProperty("Environment") String environment,
        @JsonProperty("Resource ID") String path,
        @JsonProperty("Logical ID") String logicalId,
        @JsonProperty("Resource Type") String type,
        @JsonProperty("Data Class") String dataClass,
        @JsonProperty("Encryption") String encryption,
        @JsonProperty("Key") String key,
        @JsonProperty("Key's Data Class") String keyClass,
        @JsonProperty("Retention") String retention,
        @JsonProperty("Backup") String backup,
        @JsonProperty("Public Exposure") String exposure,
        @JsonProperty("Deletion Protection") String protection,
        @JsonProperty("On Stack Deletion") String onDeletion,
        @JsonProperty("Source") String source) {
    /** The data class of what carries no tag. */
    public static final String NOT_STATED = "not stated";

    /** Whether data can rest in it, as far as its type is known. */
    public boolean mayHoldData() {
        return !retention.equals(AssetTypes.NOT_APPLICABLE);
    }
}
