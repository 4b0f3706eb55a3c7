package io.cordon.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.constructs.Construct;

/** What the roles of AWS Backup are made of. */
final class BackupStatements {
    private BackupStatements() {}

    /**
     * AWS Backup, working for this account and for no other. AWS does not say that this call names {@code aws:SourceAccount}:
     * a condition that needs one could stop every backup; only this account can pass the role, with or without it.
     */
    static ServicePrincipal backupOfThisAccount(Construct scope) {
        return new ServicePrincipal(
                "backup.amazonaws.com",
                ServicePrincipalOpts.builder()
                        .conditions(Map.of(
                                "StringEqualsIfExists",
                                Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
                        .build());
    }

    static PolicyStatement allow(String resource, String... actions) {
        return allow(List.of(resource), Map.of(), actions);
    }

    static PolicyStatement allow(List<String> resources, Map<String, Object> conditions, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(resources)
                .conditions(conditions)
                .build();
    }

    /** Uses a key of {@code region} through AWS Backup and DynamoDB only. */
    static List<PolicyStatement> useKey(String keyArn, String region, String... actions) {
        return useKey(keyArn, region, Map.of(), actions);
    }

    static List<PolicyStatement> useKey(
            String keyArn, String region, Map<String, Object> conditions, String... actions) {
        var through = List.of("backup." + region + ".amazonaws.com", "dynamodb." + region + ".amazonaws.com");
        var key = List.of(keyArn);
        return List.of(
                allow(key, conditions, "kms:DescribeKey"),
                allow(key, and(conditions, "StringEquals", Map.of("kms:ViaService", through)), actions),
                allow(key, and(conditions, "Bool", Map.of("kms:GrantIsForAWSResource", "true")), "kms:CreateGrant"));
    }

    /** Backups get their names when they are made. */
    static String recoveryPoints(Stack stack, String region) {
        return stack.formatArn(ArnComponents.builder()
                .service("backup")
                .region(region)
                .resource("recovery-point")
                .resourceName("*")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
    }

    private static Map<String, Object> and(Map<String, Object> conditions, String operator, Object values) {
        var all = new TreeMap<>(conditions);
        all.put(operator, values);
        return all;
    }
}
