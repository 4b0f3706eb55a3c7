package io.cordon.runtime.journey;

import io.cordon.runtime.local.LocalKms;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the resources of a template are called once they exist: after their ids, new in every journey. */
final class Names {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-west-1";

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Template template;
    private final String run = "-" + RUNS.incrementAndGet();
    private final Map<String, LocalKms.Key> keys = new HashMap<>();

    Names(Template template) {
        this.template = template;
    }

    static String pseudo(String name) {
        return switch (name) {
            case "AWS::AccountId" -> ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::Region" -> REGION;
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> throw new Mismatch("The journey does not know " + name + ", which the template names.");
        };
    }

    /** What {@code Ref} returns. */
    String of(Resource resource) {
        return switch (resource.type()) {
            case "AWS::ApiGateway::RestApi" -> resource.id().toLowerCase(Locale.ROOT);
            case "AWS::DynamoDB::Table" -> resource.id() + run;
            case "AWS::S3::Bucket" -> resource.id().toLowerCase(Locale.ROOT) + run;
            case "AWS::ApiGateway::Stage" -> template.text(resource.at("/StageName"));
            case "AWS::KMS::Key" -> key(resource).id();
            case "AWS::Lambda::Alias" -> functionArn(resource) + ":" + template.text(resource.at("/Name"));
            case "AWS::Lambda::Version" -> functionArn(resource) + ":" + attribute(resource, "Version");
            default -> resource.id();
        };
    }

    /** What {@code Fn::GetAtt} returns. */
    String attribute(Resource resource, String attribute) {
        return switch (resource.type() + " " + attribute) {
            case "AWS::ApiGateway::RestApi RootResourceId" -> "";
            case "AWS::DynamoDB::Table Arn" -> arn("dynamodb", "table/" + of(resource));
            case "AWS::Events::Rule Arn" -> arn("events", "rule/" + of(resource));
            case "AWS::KMS::Key Arn" -> key(resource).arn();
            case "AWS::Lambda::Function Arn" -> arn("lambda", "function:" + of(resource));
            case "AWS::Lambda::Version Version" -> "1";
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + of(resource);
            default -> arn("resource", resource.id() + "/" + attribute);
        };
    }

    private String functionArn(Resource ofFunction) {
        String function = template.text(ofFunction.at("/FunctionName"));
        return function.startsWith("arn:") ? function : arn("lambda", "function:" + function);
    }

    private LocalKms.Key key(Resource resource) {
        return keys.computeIfAbsent(resource.id(), any -> LocalKms.key());
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}
