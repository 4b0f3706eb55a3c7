package io.cordon.data;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Who may do what in one table, with named actions on named items, indexes or the stream.
 *
 * <p>The key can be used through DynamoDB only. One cached data key serves reads and writes alike, so every action needs
 * {@code kms:Decrypt} and nothing else of the key.
 */
public final class TableGrants {
    private static final Pattern INDEX_NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

    private final ITable table;
    private final IKey key;

    TableGrants(ITable table, IKey key) {
        this.table = table;
        this.key = key;
    }

    /**
     * Allows {@code actions} on items whose {@code PK} starts with {@code keyPrefix}, and on no other.
     *
     * @param keyPrefix the start of the partition keys, a kind in capitals and its {@code #}, such as {@code IDP#}
     * @param actions such as {@code dynamodb:PutItem}; a scan is refused, since it names no key
     * @throws IllegalArgumentException listing every problem
     */
    public Grant byLeadingKeys(IGrantable grantee, String keyPrefix, String... actions) {
        if (!LeadingKeys.isPrefix(keyPrefix)) {
            throw new IllegalArgumentException("keyPrefix: " + keyPrefix
                    + "; a kind in capitals, its # and no wildcard; write IDP# or PRICE# for instance");
        }
        var named = List.of(actions);
        if (named.isEmpty() || !LeadingKeys.areSeenIn(named)) {
            throw new IllegalArgumentException("actions: " + String.join(", ", named) + "; at least one, each of "
                    + String.join(", ", LeadingKeys.actions()) + "; others name no key");
        }
        return granted(allow(grantee, table.getTableArn(), actions)
                .conditions(LeadingKeys.condition(List.of(keyPrefix)))
                .build());
    }

    /**
     * Queries one index, and not the table behind it.
     *
     * @param indexName the index, such as {@link ProfileTable#EMAIL_INDEX}
     * @throws IllegalArgumentException if DynamoDB knows no such name
     */
    public Grant queryIndex(IGrantable grantee, String indexName) {
        if (!INDEX_NAME.matcher(indexName).matches()) {
            throw new IllegalArgumentException("indexName: " + indexName
                    + "; 3 to 255 letters, digits and _ . -, no wildcard; name the one index that is queried");
        }
        return granted(allow(grantee, table.getTableArn() + "/index/" + indexName, "dynamodb:Query")
                .build());
    }

    /**
     * Reads the stream, in which every change of PHI stays readable for 24 hours.
     *
     * <p>Lambda lists streams before it reads one. IAM knows no resource for that: it shows names of streams, and no item.
     *
     * @throws IllegalArgumentException if the table has no stream
     */
    public Grant readStream(IGrantable grantee) {
        var stream = table.getTableStreamArn();
        if (stream == null) {
            throw new IllegalArgumentException(
                    "readStream: " + table.getNode().getPath() + " has no stream; leave its stream switched on");
        }
        return granted(allow(
                                grantee,
                                stream,
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator")
                        .build())
                .combine(Grant.addToPrincipal(
                        allow(grantee, "*", "dynamodb:ListStreams").build()));
    }

    private Grant granted(GrantOnPrincipalOptions options) {
        return Grant.addToPrincipal(options).combine(onKey(options.getGrantee()));
    }

    private Grant onKey(IGrantable grantee) {
        var service = "dynamodb." + Stack.of(table).getRegion() + ".amazonaws.com";
        return Grant.addToPrincipal(allow(grantee, key.getKeyArn(), "kms:Decrypt")
                .conditions(Map.of("StringEquals", Map.of("kms:ViaService", service)))
                .build());
    }

    private static GrantOnPrincipalOptions.Builder allow(IGrantable grantee, String resource, String... actions) {
        return GrantOnPrincipalOptions.builder()
                .grantee(grantee)
                .actions(List.of(actions))
                .resourceArns(List.of(resource));
    }
}
