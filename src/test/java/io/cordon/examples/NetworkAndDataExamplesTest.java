package io.cordon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.Test;

class NetworkAndDataExamplesTest {
    @Test
    void everyExamplePassesBothPacks() {
        var examples = Synthesized.app(app -> {
            new IsolatedNetworkExample(app, "IsolatedNetwork");
            new ProfileTableExample(app, "ProfileTable");
            new BackupVaultExample(app, "BackupVault");
            new BackupCopyVaultExample(app, "BackupCopyVault");
            new CostTrackingTableExample(app, "CostTrackingTable");
        });
        assertThat(examples.violations()).isEmpty();
        assertThat(examples.suppressed()).isEmpty();
        assertThat(examples.warnings()).isEmpty();
    }

    @Test
    void theAccountHasTheExcusesOfItsPageAndNoOther() {
        var account = Synthesized.app(CordonAccountExample::in);

        assertThat(account.violations()).isEmpty();
        assertThat(account.warnings()).isEmpty();
        assertThat(account.suppressed())
                .allSatisfy(it -> assertThat(it)
                        .containsPattern("S3BucketReplicationEnabled|S3DefaultEncryptionKMS|LambdaInsideVPC"));
    }
}
