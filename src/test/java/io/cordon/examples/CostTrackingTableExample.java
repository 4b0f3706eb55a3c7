package io.cordon.examples;

import io.cordon.cost.CostTrackingTable;
import io.cordon.data.BackupVault;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

final class CostTrackingTableExample extends Stack {
    CostTrackingTableExample(Construct scope, String id) {
        super(scope, id);
        var analysis = new ManagedPolicy(this, "Analysis");
        var report = new ManagedPolicy(this, "Report");

        // example:start
        var costs = new CostTrackingTable(this, "Costs", it -> {});
        new BackupVault(this, "Backups", it -> it.tables(List.of(costs.getTable())));

        costs.grantRecord(analysis);
        costs.grantReadPrices(analysis);
        costs.grantQueryMonth(report);
        // example:end
    }
}
