package io.cordon.compliance;

import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;

/** Resources of many types, each with one thing of note. */
final class StockOfTypes {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String LOG = "AWS::Logs::LogGroup";
    private static final String PHI = "'Tags': [{'Key': 'cordon:data-class', 'Value': 'phi'}]";

    private StockOfTypes() {}

    static void in(WrittenTemplate template) {
        keys(template);
        lifetimes(template);
        backups(template);
        doors(template);
        template.with("Role", "AWS::IAM::Role", "{'AssumeRolePolicyDocument': {'Statement': []}}")
                .with("Novelty", "AWS::Novel::Store", "{'Size': 1}");
    }

    private static void keys(WrittenTemplate template) {
        var beside = template.beside().with("Key2", "AWS::KMS::Key", "{'KeyPolicy': {}}");
        var key = (CfnResource) beside.stack().getNode().findChild("Key2");
        template.parameter("Given")
                .with("Key", "AWS::KMS::Key", "{'KeyPolicy': {}, " + PHI + "}")
                .with("Alias", "AWS::KMS::Alias", "{'AliasName': 'alias/ours', 'TargetKeyId': {'Ref': 'Key'}}")
                .with("Keyed", QUEUE, "{'KmsMasterKeyId': {'Fn::GetAtt': ['Key', 'Arn']}, " + PHI + "}")
                .with("ByAlias", QUEUE, "{'KmsMasterKeyId': 'alias/ours'}")
                .with("ForeignKey", QUEUE, "{'KmsMasterKeyId': 'arn:aws:kms:eu-west-1:111122223333:key/abc'}")
                .with("OfAws", QUEUE, "{'KmsMasterKeyId': 'alias/aws/sqs'}")
                .with("OpenKey", QUEUE, "{'KmsMasterKeyId': {'Ref': 'Given'}}")
                .with("AwsKms", BUCKET, encrypted("[{'ServerSideEncryptionByDefault': {'SSEAlgorithm': 'aws:kms'}}]"))
                .with("OpenBucket", BUCKET, encrypted("{'Fn::If': ['A', [], []]}"))
                .with("PlainQueue", QUEUE, "{}")
                .with("BareQueue", QUEUE, "{'SqsManagedSseEnabled': false, 'MessageRetentionPeriod': 1209600}")
                .with("Topic", "AWS::SNS::Topic", "{}");
        new CfnResource(
                        template.stack(),
                        "FromBeside",
                        CfnResourceProps.builder()
                                .type(QUEUE)
                                .properties(Map.of("KmsMasterKeyId", key.getAtt("Arn")))
                                .build())
                .overrideLogicalId("FromBeside");
    }

    private static String encrypted(String rules) {
        return "{'BucketEncryption': {'ServerSideEncryptionConfiguration': " + rules + "}}";
    }

    private static void lifetimes(WrittenTemplate template) {
        template.with(
                        "Temporary",
                        BUCKET,
                        "{'VersioningConfiguration': {'Status': 'Enabled'}, 'PublicAccessBlockConfiguration':"
                                + " {'BlockPublicAcls': true, 'BlockPublicPolicy': true, 'IgnorePublicAcls': true,"
                                + " 'RestrictPublicBuckets': true}, "
                                + rules("{'ExpirationInDays': 1,"
                                        + " 'NoncurrentVersionExpiration': {'NoncurrentDays': 1}}")
                                + "}")
                .with("Unversioned", BUCKET, "{" + rules("{'ExpirationInDays': 7}") + "}")
                .with(
                        "PastKept",
                        BUCKET,
                        "{'VersioningConfiguration': {'Status': 'Enabled'}, " + rules("{'ExpirationInDays': 7}") + "}")
                .with("Plain", BUCKET, "{}")
                .with("Filtered", BUCKET, "{" + rules("{'Prefix': 'logs/', 'ExpirationInDays': 30}") + "}")
                .with("OpenRules", BUCKET, "{'LifecycleConfiguration': {'Rules': {'Fn::If': ['A', [], []]}}}")
                .with(
                        "Locked",
                        BUCKET,
                        "{'ObjectLockConfiguration': {'Rule': {'DefaultRetention': {'Mode': 'COMPLIANCE', 'Days': 9}}}}")
                .with("Short", QUEUE, "{'MessageRetentionPeriod': 90}")
                .with("Log", LOG, "{}")
                .with("KeptLog", LOG, "{'RetentionInDays': 30}")
                .with("OpenLog", LOG, "{'RetentionInDays': {'Ref': 'Given'}}");
    }

    private static String rules(String rule) {
        return "'LifecycleConfiguration': {'Rules': [" + rule.replaceFirst("^\\{", "{'Status': 'Enabled', ") + "]}";
    }

    private static void backups(WrittenTemplate template) {
        template.with(
                "Table",
                "AWS::DynamoDB::Table",
                "{'DeletionProtectionEnabled': true, 'TimeToLiveSpecification': {'AttributeName': 'ttl', 'Enabled': true},"
                        + " 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}");
        ((CfnResource) template.stack().getNode().findChild("Table")).addOverride("DeletionPolicy", "Retain");
        template.with("Tagged", "AWS::EFS::FileSystem", "{'FileSystemTags': [{'Key': 'backup', 'Value': 'yes'}]}")
                .with("Vault", "AWS::Backup::BackupVault", "{'LockConfiguration': {'MinRetentionDays': 7}}")
                .with(
                        "Plan",
                        "AWS::Backup::BackupPlan",
                        "{'BackupPlan': {'BackupPlanRule': [{'RuleName': 'Nightly', 'TargetBackupVault': {'Ref': 'Vault'},"
                                + " 'Lifecycle': {'DeleteAfterDays': 35}, 'CopyActions': [{'DestinationBackupVaultArn':"
                                + " 'arn:aws:backup:eu-central-1:111122223333:backup-vault:far',"
                                + " 'Lifecycle': {'DeleteAfterDays': 35}}]}]}}")
                .with(
                        "Selection",
                        "AWS::Backup::BackupSelection",
                        "{'BackupPlanId': {'Ref': 'Plan'}, 'BackupSelection': {'Resources': [{'Fn::GetAtt': ['Table', 'Arn']}],"
                                + " 'ListOfTags': [{'ConditionKey': 'backup', 'ConditionType': 'STRINGEQUALS',"
                                + " 'ConditionValue': 'yes'}]}}")
                .with("Database", "AWS::RDS::DBInstance", "{'PubliclyAccessible': true, 'BackupRetentionPeriod': 7}");
    }

    private static void doors(WrittenTemplate template) {
        var everybody = "'Effect': 'Allow', 'Principal': '*', 'Resource': '*'";
        template.with(
                        "HalfBlocked",
                        BUCKET,
                        "{'PublicAccessBlockConfiguration': {'BlockPublicAcls': true, 'IgnorePublicAcls': true}}")
                .with("Listed", BUCKET, "{'AccessControl': 'PublicRead'}")
                .with(
                        "ListedPolicy",
                        "AWS::S3::BucketPolicy",
                        "{'Bucket': {'Ref': 'Listed'}, 'PolicyDocument': {'Statement': {" + everybody
                                + ", 'Action': 's3:GetObject'}}}")
                .with(
                        "PlainQueuePolicy",
                        "AWS::SQS::QueuePolicy",
                        "{'Queues': [{'Ref': 'PlainQueue'}], 'PolicyDocument': {'Statement': [{" + everybody
                                + ", 'Action': 'sqs:SendMessage', 'Condition': {'StringEquals': {'aws:PrincipalOrgID': 'o'}}}]}}")
                .with("Function", "AWS::Lambda::Function", "{'Role': {'Fn::GetAtt': ['Role', 'Arn']}}")
                .with(
                        "Url",
                        "AWS::Lambda::Url",
                        "{'AuthType': 'NONE', 'TargetFunctionArn': {'Fn::GetAtt': ['Function', 'Arn']}}")
                .with(
                        "Group",
                        "AWS::EC2::SecurityGroup",
                        "{'SecurityGroupIngress': [{'CidrIp': '0.0.0.0/0', 'IpProtocol': 'tcp', 'FromPort': 22, 'ToPort': 22}]}")
                .with("Gateway", "AWS::EC2::InternetGateway", "{}")
                .with("Public", "AWS::EC2::Subnet", "{}")
                .with("Isolated", "AWS::EC2::Subnet", "{}")
                .with("Routes", "AWS::EC2::RouteTable", "{}")
                .with(
                        "Tie",
                        "AWS::EC2::SubnetRouteTableAssociation",
                        "{'SubnetId': {'Ref': 'Public'}, 'RouteTableId': {'Ref': 'Routes'}}")
                .with(
                        "WayOut",
                        "AWS::EC2::Route",
                        "{'RouteTableId': {'Ref': 'Routes'}, 'GatewayId': {'Ref': 'Gateway'}}")
                .with("Api", "AWS::ApiGateway::RestApi", "{}");
    }
}
