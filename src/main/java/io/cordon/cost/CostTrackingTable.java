package io.cordon.cost;

import io.cordon.data.EncryptedTable;
import io.cordon.policies.RetentionPolicy;
import java.util.function.Consumer;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.constructs.Construct;

/**
 * What each call to a model cost, for whom and at which price, in micro-dollars; {@link CostItems} says how it is stored.
 *
 * <p>Its class is {@code phi}: no item holds health data, but each says that one person used a health service.
 */
public final class CostTrackingTable extends EncryptedTable {
    /** The index of a person's calls by month: {@code userId} and {@code month}. */
    public static final String MONTHLY_INDEX = "monthly-usage-index";

    /** Makes a table from what {@code props} sets. */
    public CostTrackingTable(Construct scope, String id, Consumer<CostTrackingTableProps.Builder> props) {
        this(scope, id, CostTrackingTableProps.from(props));
    }

    /** Makes a table from {@code props}. */
    public CostTrackingTable(Construct scope, String id, CostTrackingTableProps props) {
        super(scope, id, props, null);

        addIndex(GlobalSecondaryIndexProps.builder()
                .indexName(MONTHLY_INDEX)
                .partitionKey(text(CostItems.USER_ID))
                .sortKey(text(CostItems.MONTH))
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(CostItems.IN_MONTHLY_INDEX)
                .build());
    }

    /** Returns how long a call is kept: its writer adds this to the time of the call and stores it as {@code ttl}. */
    public static Duration recordLifetime() {
        return Duration.days(RetentionPolicy.current().costRecordDays().value());
    }

    /** Writes calls, and can neither read one nor touch a price. */
    public Grant grantRecord(IGrantable grantee) {
        return getGrants().byLeadingKeys(grantee, CostItems.USER, "dynamodb:PutItem");
    }

    /** Sums up the months of any person by the index, without what each call was about. */
    public Grant grantQueryMonth(IGrantable grantee) {
        return getGrants().queryIndex(grantee, MONTHLY_INDEX);
    }

    /** Reads prices, and no call. */
    public Grant grantReadPrices(IGrantable grantee) {
        return getGrants().byLeadingKeys(grantee, CostItems.PRICE, "dynamodb:GetItem", "dynamodb:Query");
    }

    /** Writes prices, and no call: for what installs a price book. */
    public Grant grantSeedPrices(IGrantable grantee) {
        return getGrants().byLeadingKeys(grantee, CostItems.PRICE, "dynamodb:PutItem");
    }
}
