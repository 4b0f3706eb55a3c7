package io.cordon.data;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which items of a table a permission reaches: those whose {@code PK} starts with a kind, such as {@code PRICE#}. */
public final class LeadingKeys {
    /** The actions whose items IAM sees; a scan has no key, so a condition on keys would let it pass. */
    private static final Set<String> ON_ITEMS = Set.of(
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem");

    /** At least a kind and its end: {@code IDP#} must not reach the items of {@code IDPX#}. */
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9_]*#[A-Za-z0-9#_.:@-]*");

    private LeadingKeys() {}

    /** Returns whether {@code prefix} is the start of partition keys: a kind in capitals, its {@code #}, no wildcard. */
    public static boolean isPrefix(String prefix) {
        return PREFIX.matcher(prefix).matches();
    }

    /** Returns the actions that can be confined to items, sorted. */
    public static List<String> actions() {
        return ON_ITEMS.stream().sorted().toList();
    }

    /** Returns whether IAM sees the items of each of {@code actions}. */
    public static boolean areSeenIn(Collection<String> actions) {
        return ON_ITEMS.containsAll(actions);
    }

    /** Returns the condition that every item of a request starts with one of {@code prefixes}. */
    public static Map<String, Map<String, Object>> condition(List<String> prefixes) {
        var starts = prefixes.stream().map(prefix -> prefix + "*").toList();
        return new TreeMap<>(Map.of(
                "ForAllValues:StringLike",
                Map.of("dynamodb:LeadingKeys", starts),
                // Without any key the condition above would hold.
                "Null",
                Map.of("dynamodb:LeadingKeys", "false")));
    }
}
