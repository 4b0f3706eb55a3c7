package io.cordon.data;

import io.cordon.policies.GeographyPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * Where each backup is copied: a {@link BackupCopyVault} of the same account in another region of the same geography.
 *
 * <p>It is named and not referenced: stacks of two regions share nothing in CloudFormation.
 */
public final class BackupCopy {
    static final Pattern VAULT_NAME = Pattern.compile("[a-zA-Z0-9_-]{2,50}");

    private final String region;
    private final String vault;
    private final @Nullable Duration deleteAfter;

    private BackupCopy(String region, String vault, @Nullable Duration deleteAfter) {
        this.region = region;
        this.vault = vault;
        this.deleteAfter = deleteAfter;
    }

    /** Names the region, such as {@code eu-central-1}. */
    public static BackupCopy to(String region) {
        return new BackupCopy(region, "", null);
    }

    /** Names the vault there: the {@code vaultName} of its {@link BackupCopyVault}. Required. */
    public BackupCopy vault(String name) {
        return new BackupCopy(region, name, deleteAfter);
    }

    /** How long a copy is kept; 1 to 36500 whole days. Default: as long as the backup. */
    public BackupCopy deleteAfter(Duration deleteAfter) {
        return new BackupCopy(region, vault, deleteAfter);
    }

    String region() {
        return region;
    }

    /** What the key of the copies is called: it is in another region, where its id is not known here. */
    String keyAlias() {
        return "alias/" + vault;
    }

    Duration keptFor(Duration backup) {
        return deleteAfter != null ? deleteAfter : backup;
    }

    String vaultArn(Stack stack) {
        return stack.formatArn(ArnComponents.builder()
                .service("backup")
                .region(region)
                .resource("backup-vault")
                .resourceName(vault)
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        if (Token.isUnresolved(region) || GeographyPolicy.current().of(region).isEmpty()) {
            problems.add("copyTo: region " + region + "; one that policies/geographies.json places, known at synth;"
                    + " PHI goes nowhere else");
        }
        if (!Token.isUnresolved(vault) && !VAULT_NAME.matcher(vault).matches()) {
            problems.add("copyTo: vault " + (vault.isEmpty() ? "(none)" : vault)
                    + "; 2 to 50 letters, digits, _ and -; name the BackupCopyVault in " + region);
        }
        if (deleteAfter != null && !WholeDays.within(deleteAfter, WholeDays.LONGEST_BACKUP)) {
            problems.add("copyTo: kept " + WholeDays.print(deleteAfter) + "; 1 to " + WholeDays.LONGEST_BACKUP
                    + " whole days; round it up");
        }
        return problems;
    }

    /**
     * Refuses to copy out of the geography of {@code source}.
     *
     * @throws IllegalArgumentException if the copy would leave the geography, or not even the region
     */
    void checkFrom(Construct source) {
        var here = Stack.of(source).getRegion();
        if (Token.isUnresolved(here)) {
            Annotations.of(source)
                    .addWarningV2(
                            "cordon:CopyGeographyUnknown",
                            "backups are copied to " + region + " from a region that only the deployment knows; set the"
                                    + " stack's region, so that it can be checked that PHI stays in its geography");
        } else if (here.equals(region)) {
            throw new IllegalArgumentException("BackupVault: copyTo: region " + region
                    + "; must be another than the backup's own, or one outage takes both; choose " + others(here));
        } else if (!others(here).contains(region)) {
            throw new IllegalArgumentException("BackupVault: copyTo: region " + region
                    + "; must be of the geography of " + here + ", which PHI does not leave; choose " + others(here));
        }
    }

    /** The other regions of the geography of {@code here}; none if it is alone or placed nowhere. */
    private static List<String> others(String here) {
        return GeographyPolicy.current().of(here).stream()
                .flatMap(it -> it.regions().stream())
                .filter(it -> !it.equals(here))
                .toList();
    }
}
