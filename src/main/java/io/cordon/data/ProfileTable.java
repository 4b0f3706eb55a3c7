package io.cordon.data;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.constructs.Construct;

/**
 * One table for all that is known of a person, encrypted with a key of yours and restorable to any second.
 *
 * <p>Its two indexes find a person at sign-in and hold keys alone, which are opaque: no name or address is copied into
 * them. What they find is read from the table, by those who may.
 */
public final class ProfileTable extends EncryptedTable {
    /** The index that finds a person by the HMAC of an e-mail address: {@code GSI1PK} and {@code GSI1SK}. */
    public static final String EMAIL_INDEX = "GSI1-EmailLookup";

    /** The index that finds a person by the subject of Google or Apple: {@code GSI2PK} and {@code GSI2SK}. */
    public static final String EXTERNAL_AUTH_INDEX = "GSI2-ExternalAuth";

    /** Makes a table from what {@code props} sets. */
    public ProfileTable(Construct scope, String id, Consumer<ProfileTableProps.Builder> props) {
        this(scope, id, ProfileTableProps.from(props));
    }

    /** Makes a table from {@code props}. */
    public ProfileTable(Construct scope, String id, ProfileTableProps props) {
        super(scope, id, props, props.stream ? StreamViewType.NEW_AND_OLD_IMAGES : null);

        addIndex(keysOnly(EMAIL_INDEX, 1));
        addIndex(keysOnly(EXTERNAL_AUTH_INDEX, 2));
    }

    /**
     * Returns the ARN of the stream of changes, which holds PHI for 24 hours; null if it is switched off. Read it by
     * {@code getGrants().readStream(…)}.
     */
    public @Nullable String getStreamArn() {
        return getTable().getTableStreamArn();
    }

    private static GlobalSecondaryIndexProps keysOnly(String name, int number) {
        return GlobalSecondaryIndexProps.builder()
                .indexName(name)
                .partitionKey(text("GSI" + number + "PK"))
                .sortKey(text("GSI" + number + "SK"))
                .projectionType(ProjectionType.KEYS_ONLY)
                .build();
    }
}
