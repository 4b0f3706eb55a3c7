package io.cordon.compliance.evidence.inventory;

import java.util.Map;
import java.util.Set;

/** How the ARN of each type is written, as far as policies and references name it. */
final class Arns {
    /** With region, account and name. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("AWS::Backup::BackupVault", "arn:aws:backup:{r}:{a}:backup-vault:%s"),
            Map.entry("AWS::DynamoDB::GlobalTable", "arn:aws:dynamodb:{r}:{a}:table/%s"),
            Map.entry("AWS::DynamoDB::Table", "arn:aws:dynamodb:{r}:{a}:table/%s"),
            Map.entry("AWS::EFS::FileSystem", "arn:aws:elasticfilesystem:{r}:{a}:file-system/%s"),
            Map.entry("AWS::IAM::ManagedPolicy", "arn:aws:iam::{a}:policy/%s"),
            Map.entry("AWS::IAM::Role", "arn:aws:iam::{a}:role/%s"),
            Map.entry("AWS::KMS::Key", "arn:aws:kms:{r}:{a}:key/%s"),
            Map.entry("AWS::Kinesis::Stream", "arn:aws:kinesis:{r}:{a}:stream/%s"),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", "arn:aws:firehose:{r}:{a}:deliverystream/%s"),
            Map.entry("AWS::Lambda::Alias", "arn:aws:lambda:{r}:{a}:function:%s"),
            Map.entry("AWS::Lambda::Function", "arn:aws:lambda:{r}:{a}:function:%s"),
            Map.entry("AWS::Lambda::Version", "arn:aws:lambda:{r}:{a}:function:%s"),
            Map.entry("AWS::Logs::LogGroup", "arn:aws:logs:{r}:{a}:log-group:%s:*"),
            Map.entry("AWS::RDS::DBCluster", "arn:aws:rds:{r}:{a}:cluster:%s"),
            Map.entry("AWS::RDS::DBInstance", "arn:aws:rds:{r}:{a}:db:%s"),
            Map.entry("AWS::S3::Bucket", "arn:aws:s3:::%s"),
            Map.entry("AWS::SNS::Topic", "arn:aws:sns:{r}:{a}:%s"),
            Map.entry("AWS::SQS::Queue", "arn:aws:sqs:{r}:{a}:%s"),
            Map.entry("AWS::SecretsManager::Secret", "arn:aws:secretsmanager:{r}:{a}:secret:%s"));

    /** The types of which {@code Ref} is the ARN and not the name. */
    private static final Set<String> REFERENCES = Set.of(
            "AWS::IAM::ManagedPolicy",
            "AWS::Lambda::Alias",
            "AWS::Lambda::Version",
            "AWS::SNS::Topic",
            "AWS::SecretsManager::Secret");

    private Arns() {}

    static boolean isArn(String type) {
        return REFERENCES.contains(type);
    }

    /** Returns the form for a type, {@code %s} for its name; of other types the name alone. */
    static String of(String type, String region, String account) {
        return FORMS.getOrDefault(type, "%s").replace("{r}", region).replace("{a}", account);
    }
}
