package io.cordon.audit;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.amazon.awscdk.services.ec2.CfnFlowLog;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** A stack with a trail and what a watch needs around it. */
public final class WatchStack extends Stack {
    public final IBucket bucket = Bucket.fromBucketName(this, "Logs", "trail-logs");
    public final IKey trailKey =
            Key.Builder.create(this, "TrailKey").enableKeyRotation(true).build();
    public final IKey functionKey =
            Key.Builder.create(this, "FunctionKey").enableKeyRotation(true).build();
    public final CfnTrail trail = CfnTrail.Builder.create(this, "Trail")
            .trailName("clinic")
            .isLogging(true)
            .enableLogFileValidation(true)
            .s3BucketName(bucket.getBucketName())
            .kmsKeyId(trailKey.getKeyArn())
            .cloudWatchLogsLogGroupArn("arn:aws:logs:eu-west-1:111122223333:log-group:trail:*")
            .cloudWatchLogsRoleArn("arn:aws:iam::111122223333:role/trail")
            .isMultiRegionTrail(true)
            .build();

    public WatchStack(Construct scope, String id) {
        super(scope, id);
    }

    ITopic topic() {
        return Topic.Builder.create(this, "Alarms").masterKey(functionKey).build();
    }

    TrailWatchProps.Builder props() {
        return TrailWatchProps.builder()
                .trail(trail)
                .bucket(bucket)
                .key(trailKey)
                .functionKey(functionKey);
    }

    IVpc vpc() {
        var vpc = Vpc.Builder.create(this, "Vpc")
                .natGateways(0)
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        CfnFlowLog.Builder.create(this, "FlowLog")
                .resourceId(vpc.getVpcId())
                .resourceType("VPC")
                .trafficType("ALL")
                .logDestinationType("s3")
                .logDestination("arn:aws:s3:::flow-logs")
                .build();
        return vpc;
    }

    ISecurityGroup group(IVpc vpc) {
        return SecurityGroup.Builder.create(this, "Functions")
                .vpc(vpc)
                .allowAllOutbound(false)
                .build();
    }
}
