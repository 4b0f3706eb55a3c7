package io.cordon.compliance.evidence.flow;

import java.util.Locale;
import java.util.Map;

/** What a node of the flow is. */
enum NodeKind {
    /** Who is no part of the app: people, services, schedules. */
    OUTSIDE,
    /** Where requests come in. */
    API,
    /** What passes an event on. */
    RULE,
    FUNCTION,
    /** A role, user or group that is no function's. */
    PRINCIPAL,
    /** What keeps data. */
    STORE,
    QUEUE,
    TOPIC,
    /** What holds copies of stores. */
    VAULT,
    LOG,
    MODEL,
    KEY,
    TRAIL,
    /** A way out of a VPC that stays inside AWS. */
    ENDPOINT,
    OTHER;

    private static final Map<String, NodeKind> KINDS = Map.ofEntries(
            Map.entry("AWS::ApiGateway::RestApi", API),
            Map.entry("AWS::ApiGatewayV2::Api", API),
            Map.entry("AWS::Backup::BackupVault", VAULT),
            Map.entry("AWS::CloudFront::Distribution", API),
            Map.entry("AWS::CloudTrail::Trail", TRAIL),
            Map.entry("AWS::DocDB::DBCluster", STORE),
            Map.entry("AWS::DynamoDB::GlobalTable", STORE),
            Map.entry("AWS::DynamoDB::Table", STORE),
            Map.entry("AWS::EC2::VPCEndpoint", ENDPOINT),
            Map.entry("AWS::EC2::Volume", STORE),
            Map.entry("AWS::EFS::FileSystem", STORE),
            Map.entry("AWS::ElastiCache::ReplicationGroup", STORE),
            Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", API),
            Map.entry("AWS::Events::Rule", RULE),
            Map.entry("AWS::IAM::Group", PRINCIPAL),
            Map.entry("AWS::IAM::Role", PRINCIPAL),
            Map.entry("AWS::IAM::User", PRINCIPAL),
            Map.entry("AWS::KMS::Key", KEY),
            Map.entry("AWS::Kinesis::Stream", QUEUE),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", QUEUE),
            Map.entry("AWS::Lambda::Function", FUNCTION),
            Map.entry("AWS::Logs::LogGroup", LOG),
            Map.entry("AWS::OpenSearchService::Domain", STORE),
            Map.entry("AWS::RDS::DBCluster", STORE),
            Map.entry("AWS::RDS::DBInstance", STORE),
            Map.entry("AWS::Redshift::Cluster", STORE),
            Map.entry("AWS::S3::Bucket", STORE),
            Map.entry("AWS::SNS::Topic", TOPIC),
            Map.entry("AWS::SQS::Queue", QUEUE),
            Map.entry("AWS::Scheduler::Schedule", RULE),
            Map.entry("AWS::SecretsManager::Secret", STORE));

    static NodeKind of(String type) {
        return KINDS.getOrDefault(type, OTHER);
    }

    /** Whether data rests in it. */
    boolean holds() {
        return this == STORE || this == QUEUE || this == TOPIC || this == VAULT || this == LOG;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
