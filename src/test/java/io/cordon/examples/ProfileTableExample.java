package io.cordon.examples;

import io.cordon.data.BackupVault;
import io.cordon.data.ProfileTable;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

final class ProfileTableExample extends Stack {
    ProfileTableExample(Construct scope, String id) {
        super(scope, id);
        var identityKeys = new ManagedPolicy(this, "IdentityKeys");
        var signIn = new ManagedPolicy(this, "SignIn");

        // example:start
        var profiles = new ProfileTable(this, "Profiles", it -> {});

        // In the same stack: rule packs look for a table's backup nowhere else.
        new BackupVault(this, "Backups", it -> it.tables(List.of(profiles.getTable())));

        profiles.getGrants().byLeadingKeys(identityKeys, "IDP#", "dynamodb:PutItem");
        profiles.getGrants().queryIndex(signIn, ProfileTable.EMAIL_INDEX);

        profiles.metricWriteThrottleEvents();
        // example:end
    }
}
