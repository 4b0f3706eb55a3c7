package io.cordon.compliance;

/** A small app of somebody else's: requests, events, a queue and a schedule lead to PHI. */
final class SmallClinic {
    static final String PHI = "'Tags': [{'Key': 'cordon:data-class', 'Value': 'phi'}]";

    private SmallClinic() {}

    static void in(WrittenTemplate template) {
        stores(template);
        doors(template);
        events(template);
        access(template);
    }

    private static void stores(WrittenTemplate template) {
        template.parameter("Given")
                .with("Key", "AWS::KMS::Key", "{'KeyPolicy': {}}")
                .with(
                        "Records",
                        "AWS::DynamoDB::Table",
                        "{'TableName': 'records', 'SSESpecification': {'SSEEnabled': true, 'KMSMasterKeyId': {'Fn::GetAtt':"
                                + " ['Key', 'Arn']}}, " + PHI + "}")
                .with(
                        "Scans",
                        "AWS::S3::Bucket",
                        "{'NotificationConfiguration': {'LambdaConfigurations':"
                                + " [{'Event': 's3:ObjectCreated:*', 'Function': {'Fn::GetAtt': ['Reader', 'Arn']}}]}, "
                                + PHI + "}")
                .with(
                        "Inbox",
                        "AWS::SQS::Queue",
                        "{'RedrivePolicy': {'deadLetterTargetArn': {'Fn::GetAtt': ['Dead', 'Arn']},"
                                + " 'maxReceiveCount': 3}, " + PHI + "}")
                .with("Dead", "AWS::SQS::Queue", "{" + PHI + "}")
                .with("Vpc", "AWS::EC2::VPC", "{}")
                .with("Subnet", "AWS::EC2::Subnet", "{'VpcId': {'Ref': 'Vpc'}}")
                .with(
                        "Door",
                        "AWS::EC2::VPCEndpoint",
                        "{'VpcId': {'Ref': 'Vpc'}, 'ServiceName': {'Fn::Sub': 'com.amazonaws.${AWS::Region}.dynamodb'}}");
    }

    private static void doors(WrittenTemplate template) {
        template.with("Api", "AWS::ApiGateway::RestApi", "{'EndpointConfiguration': {'Types': ['REGIONAL']}}")
                .with(
                        "Part",
                        "AWS::ApiGateway::Resource",
                        "{'RestApiId': {'Ref': 'Api'}, 'PathPart': 'records',"
                                + " 'ParentId': {'Fn::GetAtt': ['Api', 'RootResourceId']}}")
                .with(
                        "Get",
                        "AWS::ApiGateway::Method",
                        "{'RestApiId': {'Ref': 'Api'}, 'ResourceId': {'Ref': 'Part'},"
                                + " 'HttpMethod': 'GET', 'AuthorizationType': 'AWS_IAM', 'Integration': {'Type': 'AWS_PROXY', 'Uri':"
                                + " {'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Live}/invocations'}}}")
                .with("Live", "AWS::Lambda::Alias", "{'FunctionName': {'Ref': 'Reader'}, 'FunctionVersion': '1'}")
                .with(
                        "May",
                        "AWS::Lambda::Permission",
                        "{'FunctionName': {'Ref': 'Live'}, 'Principal':"
                                + " 'apigateway.amazonaws.com', 'SourceArn': {'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:1:${Api}/*'}}")
                .with("Url", "AWS::Lambda::Url", "{'AuthType': 'NONE', 'TargetFunctionArn': {'Ref': 'Sweeper'}}");
    }

    private static void events(WrittenTemplate template) {
        template.with(
                        "Nightly",
                        "AWS::Events::Rule",
                        "{'ScheduleExpression': 'rate(1 day)', 'Targets': [{'Id': 'a', 'Arn':"
                                + " {'Fn::GetAtt': ['Sweeper', 'Arn']}}]}")
                .with(
                        "Arrived",
                        "AWS::Events::Rule",
                        "{'EventPattern': {'detail': {'bucket': {'name': [{'Ref': 'Scans'}]}}},"
                                + " 'Targets': [{'Id': 'a', 'Arn': {'Fn::GetAtt': ['Inbox', 'Arn']}, 'DeadLetterConfig':"
                                + " {'Arn': {'Fn::GetAtt': ['Dead', 'Arn']}}}]}")
                .with(
                        "Fed",
                        "AWS::Lambda::EventSourceMapping",
                        "{'EventSourceArn': {'Fn::GetAtt': ['Inbox', 'Arn']}," + " 'FunctionName': {'Ref': 'Reader'}}")
                .with("Setup", "Custom::Setup", "{'ServiceToken': {'Fn::GetAtt': ['Sweeper', 'Arn']}}");
    }

    private static void access(WrittenTemplate template) {
        template.with(
                        "ReaderRole",
                        "AWS::IAM::Role",
                        "{'AssumeRolePolicyDocument': {'Statement': []}, 'ManagedPolicyArns':"
                                + " ['arn:aws:iam::aws:policy/AmazonSQSFullAccess'], 'Policies': [{'PolicyName': 'p',"
                                + " 'PolicyDocument': {'Statement': ["
                                + allow(
                                        "'dynamodb:GetItem', 'dynamodb:PutItem'",
                                        "{'Fn::GetAtt': ['Records', 'Arn']}",
                                        "'Condition': {'ForAllValues:StringLike':"
                                                + " {'dynamodb:LeadingKeys': ['P#*']}},")
                                + ", "
                                + allow(
                                        "'s3:Get*'",
                                        "{'Fn::Join': ['', ['arn:aws:s3:::', {'Ref': 'Scans'}, '/in/*']]}",
                                        "")
                                + ", "
                                + allow(
                                        "'bedrock:InvokeModel'",
                                        "'arn:aws:bedrock:eu-west-1::foundation-model/some.model-1'",
                                        "")
                                + "]}}]}")
                .with(
                        "Reader",
                        "AWS::Lambda::Function",
                        "{'Role': {'Fn::GetAtt': ['ReaderRole', 'Arn']}, 'VpcConfig':"
                                + " {'SubnetIds': [{'Ref': 'Subnet'}]}, 'DeadLetterConfig': {'TargetArn': {'Fn::GetAtt':"
                                + " ['Dead', 'Arn']}}, " + PHI + "}")
                .with("SweeperRole", "AWS::IAM::Role", "{'AssumeRolePolicyDocument': {'Statement': []}}")
                .with("Sweeper", "AWS::Lambda::Function", "{'Role': {'Fn::GetAtt': ['SweeperRole', 'Arn']}}")
                .with(
                        "SweeperPolicy",
                        "AWS::IAM::Policy",
                        "{'Roles': [{'Ref': 'SweeperRole'}], 'PolicyDocument':"
                                + " {'Statement': [" + allow("'s3:*'", "'*'", "") + ", "
                                + allow(
                                        "'dynamodb:DeleteItem'",
                                        "'arn:aws:dynamodb:eu-west-1:111122223333:table/rec*'",
                                        "")
                                + ", "
                                + allow("'kms:Decrypt'", "{'Ref': 'Given'}", "") + "]}}")
                .with(
                        "ScansPolicy",
                        "AWS::S3::BucketPolicy",
                        "{'Bucket': {'Ref': 'Scans'}, 'PolicyDocument': {'Statement':"
                                + " [{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::444455556666:root'}, 'Action':"
                                + " 's3:GetObject', 'Resource': '*'}]}}");
    }

    private static String allow(String actions, String resource, String condition) {
        return "{'Effect': 'Allow', " + condition + " 'Action': [" + actions + "], 'Resource': " + resource + "}";
    }
}
