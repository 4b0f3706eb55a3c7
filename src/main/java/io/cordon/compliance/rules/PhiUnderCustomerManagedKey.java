package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PHI lies under a key that its owner can disable.
 *
 * <p>The packs accept AWS-managed keys for some of these types and do not look at others (queues, global tables,
 * vaults).
 */
final class PhiUnderCustomerManagedKey implements Rule {
    /** Where each type names its key. */
    private static final Map<String, String> KEYS = Map.of(
            "AWS::Backup::BackupVault", "/EncryptionKeyArn",
            "AWS::DynamoDB::Table", "/SSESpecification/KMSMasterKeyId",
            "AWS::EFS::FileSystem", "/KmsKeyId",
            "AWS::Kinesis::Stream", "/StreamEncryption/KeyId",
            "AWS::Lambda::Function", "/KmsKeyArn",
            "AWS::Logs::LogGroup", "/KmsKeyId",
            "AWS::RDS::DBInstance", "/KmsKeyId",
            "AWS::S3::Bucket",
                    "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/KMSMasterKeyID",
            "AWS::SNS::Topic", "/KmsMasterKeyId",
            "AWS::SQS::Queue", "/KmsMasterKeyId");

    @Override
    public String asks() {
        return "What holds PHI is encrypted under a customer-managed key.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.312(a)(2)(iv)", "164.312(e)(2)(ii)");
    }

    @Override
    public Set<String> types() {
        return DataClassStated.STORES;
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var dataClass = resource.tag(DataClass.TAG);
        if (dataClass.isEmpty()) {
            return new Verdict.NotEvaluated("it states no data class");
        }
        if (!dataClass.get().equals(DataClass.PHI.tag())) {
            return new Verdict.NotApplicable("it holds no PHI");
        }
        var pointer = KEYS.get(resource.type());
        if (pointer == null) {
            return new Verdict.NotEvaluated("the rule does not know where this type names its key");
        }
        return isCustomerManaged(resource.properties().at(pointer))
                ? new Verdict.Compliant()
                : new Verdict.NonCompliant(
                        "It holds PHI, and " + pointer.substring(1).replace('/', '.')
                                + " names no customer-managed key.",
                        "Give it the key for PHI.");
    }

    private static boolean isCustomerManaged(JsonNode key) {
        return !key.isMissingNode() && !key.asText().contains("alias/aws/");
    }
}
