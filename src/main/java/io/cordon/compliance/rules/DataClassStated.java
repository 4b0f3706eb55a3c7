package io.cordon.compliance.rules;

import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What holds or carries data says which class of data. */
final class DataClassStated implements Rule {
    /** What holds or carries data, and can carry a tag. */
    static final Set<String> STORES = Set.of(
            "AWS::Backup::BackupVault",
            "AWS::DynamoDB::GlobalTable",
            "AWS::DynamoDB::Table",
            "AWS::EFS::FileSystem",
            "AWS::Kinesis::Stream",
            "AWS::KinesisFirehose::DeliveryStream",
            "AWS::Lambda::Function",
            "AWS::Logs::LogGroup",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::S3::Bucket",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::SecretsManager::Secret");

    @Override
    public String asks() {
        return "Every store, queue, topic, log group and function states the class of its data.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.308(a)(1)(ii)(A)", "164.312(a)(1)");
    }

    @Override
    public Set<String> types() {
        return STORES;
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        return resource.tag(DataClass.TAG)
                .<Verdict>map(DataClassStated::known)
                .orElseGet(() -> new Verdict.NotEvaluated(
                        "it states no data class; say DataClass.of(construct).phi() or another"));
    }

    private static Verdict known(String value) {
        return Arrays.stream(DataClass.values()).anyMatch(it -> it.tag().equals(value))
                ? new Verdict.Compliant()
                : new Verdict.NonCompliant(
                        "The tag " + DataClass.TAG + " is none of phi, audit, application and public.",
                        "State it by DataClass.of(construct).");
    }
}
