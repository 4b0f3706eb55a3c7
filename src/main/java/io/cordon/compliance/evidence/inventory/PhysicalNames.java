package io.cordon.compliance.evidence.inventory;

import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that templates give resources literally, for whoever speaks of them by name. */
final class PhysicalNames {
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("AWS::Backup::BackupVault", "BackupVaultName"),
            Map.entry("AWS::DynamoDB::GlobalTable", "TableName"),
            Map.entry("AWS::DynamoDB::Table", "TableName"),
            Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
            Map.entry("AWS::IAM::Role", "RoleName"),
            Map.entry("AWS::KMS::Alias", "AliasName"),
            Map.entry("AWS::Kinesis::Stream", "Name"),
            Map.entry("AWS::Lambda::Function", "FunctionName"),
            Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
            Map.entry("AWS::RDS::DBCluster", "DBClusterIdentifier"),
            Map.entry("AWS::RDS::DBInstance", "DBInstanceIdentifier"),
            Map.entry("AWS::S3::Bucket", "BucketName"),
            Map.entry("AWS::SNS::Topic", "TopicName"),
            Map.entry("AWS::SQS::Queue", "QueueName"),
            Map.entry("AWS::SecretsManager::Secret", "Name"));

    private final Resolver resolver;
    private final Map<String, List<TemplateResource>> bearers = new HashMap<>();

    PhysicalNames(Resolver resolver, List<TemplateResource> resources) {
        this.resolver = resolver;
        resources.forEach(it -> of(it).ifPresent(name ->
                bearers.computeIfAbsent(name, any -> new ArrayList<>()).add(it)));
    }

    /** Returns the name that the template gives a resource, if it is all literal. */
    Optional<String> of(TemplateResource resource) {
        var given = resource.properties().path(PROPERTIES.getOrDefault(resource.type(), ""));
        return Optional.of(given)
                .filter(it -> !it.isMissingNode())
                .map(it -> resolver.text(it, resource.stack()))
                .filter(PhysicalNames::isLiteral);
    }

    /** Returns the bearer of a name or of an ARN; if there are several, the one in the speaker's stack or environment. */
    Optional<TemplateResource> find(String text, String stack) {
        if (!isLiteral(text)) {
            return Optional.empty();
        }
        var bearers = this.bearers.getOrDefault(name(text), List.of()).stream()
                .filter(it -> !text.startsWith("arn:") || hasForm(it, text))
                .toList();
        var here = bearers.stream().filter(it -> it.stack().equals(stack)).toList();
        var near = bearers.stream()
                .filter(it -> resolver.environment(it).equals(resolver.account(stack) + "/" + resolver.region(stack)))
                .toList();
        return List.of(here, near, bearers).stream()
                .filter(it -> !it.isEmpty())
                .findFirst()
                .filter(it -> it.size() == 1)
                .map(it -> it.get(0));
    }

    private static boolean hasForm(TemplateResource resource, String arn) {
        var form = Arns.of(resource.type().equals("AWS::KMS::Alias") ? "" : resource.type(), "*", "*");
        return form.equals("%s")
                || PolicyText.covering(form.replaceFirst("%s.*", "") + "*").test(arn);
    }

    /** What an ARN names: its last part without kind, path and qualifier. */
    private static String name(String text) {
        if (!text.startsWith("arn:")) {
            return text;
        }
        var parts = text.split(":", 6);
        if (parts.length < 6) {
            return text;
        }
        var last = parts[5];
        if (parts[2].equals("s3")) {
            return last.split("/", 2)[0];
        }
        if (last.startsWith("alias/")) {
            return last;
        }
        var kindless =
                last.replaceFirst("^(table/|stream/|role/|policy/|function:|backup-vault:|cluster:|db:|secret:)", "");
        return last.startsWith("log-group:")
                ? last.substring("log-group:".length()).replaceFirst(":\\*$", "")
                : kindless.split("[:/]", 2)[0];
    }

    private static boolean isLiteral(String text) {
        return !text.isEmpty() && text.chars().noneMatch(it -> it == '*' || it == '\uE000' || it == '\uFFFD');
    }
}
