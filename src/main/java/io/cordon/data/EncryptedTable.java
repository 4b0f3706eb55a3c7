package io.cordon.data;

import io.cordon.compliance.DataClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * What every table of PHI has in common: a key of yours, recovery to any second, and two keys before it is deleted.
 *
 * <p>Items are found by the texts {@code PK} and {@code SK} and expire by {@code ttl}. DynamoDB deletes expired items
 * within days, not at once: readers must compare {@code ttl} themselves. It is a {@code Table}, since rule packs do not
 * see a {@code TableV2}. Contributor Insights stay off: their reports show keys, and keys here belong to people.
 */
public abstract class EncryptedTable extends Construct implements TableMetrics {
    /** The attribute that holds when an item expires, in seconds since 1970. */
    public static final String TIME_TO_LIVE = "ttl";

    private final IKey key;
    private final Table table;
    private final TableGrants grants;

    /** Makes the table; {@code stream} is what a stream shows of each change, or null for no stream. */
    protected EncryptedTable(Construct scope, String id, EncryptedTableProps props, @Nullable StreamViewType stream) {
        super(scope, id);

        this.key = props.encryptionKey != null ? props.encryptionKey : rotatingKey();
        this.table = table(props, stream);
        this.grants = new TableGrants(table, key);
        DataClass.of(this).phi();
    }

    /** Returns the table; its grants include the key. */
    @Override
    public ITable getTable() {
        return table;
    }

    /** Returns the key that encrypts the table, its indexes and its stream. */
    public IKey getKey() {
        return key;
    }

    /** Returns the grants that know which items, which index and which actions. */
    public TableGrants getGrants() {
        return grants;
    }

    /** Adds an index, which can be done only while the table is made. */
    protected final void addIndex(GlobalSecondaryIndexProps index) {
        table.addGlobalSecondaryIndex(index);
    }

    /** Returns a key attribute that holds text. */
    protected static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private Key rotatingKey() {
        return Key.Builder.create(this, "Key")
                .description("Encrypts the table " + getNode().getPath())
                .enableKeyRotation(true)
                .build();
    }

    private Table table(EncryptedTableProps props, @Nullable StreamViewType stream) {
        var mayGo = DataClass.mayDelete(this, props.destroyable);
        return Table.Builder.create(this, "Table")
                .partitionKey(text("PK"))
                .sortKey(text("SK"))
                .timeToLiveAttribute(TIME_TO_LIVE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(key)
                .stream(stream)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .recoveryPeriodInDays(props.recoveryPeriod.toDays())
                        .build())
                .deletionProtection(!mayGo)
                .removalPolicy(mayGo ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN)
                .build();
    }
}
