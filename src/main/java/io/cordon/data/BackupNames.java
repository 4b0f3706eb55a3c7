package io.cordon.data;

import software.amazon.awscdk.Names;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.constructs.IConstruct;

/**
 * Names that AWS Backup takes for plans and selections, of backups and of restore tests alike: at most 50 letters, digits
 * and underscores. The CDK's own are as long as a construct's path, and a longer one fails at the deployment only.
 */
final class BackupNames {
    private static final int LONGEST = 50;

    private BackupNames() {}

    static String of(IConstruct construct) {
        return Names.uniqueResourceName(
                construct,
                UniqueResourceNameOptions.builder()
                        .maxLength(LONGEST)
                        .separator("_")
                        .allowedSpecialCharacters("_")
                        .build());
    }
}
