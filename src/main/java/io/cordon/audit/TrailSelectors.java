package io.cordon.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.IResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedEventSelectorProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedFieldSelectorProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.InsightSelectorProperty;
import software.amazon.awscdk.services.dynamodb.ITable;

/**
 * What a trail records, as advanced event selectors: only these take DynamoDB streams, and single buckets beside tables.
 *
 * <p>With a table come its stream, even one that somebody switches on by hand, and the tables that restore tests make:
 * both hold the same data, and a selector of what does not exist records nothing and costs nothing.
 */
final class TrailSelectors {
    private static final String RESOURCE = "resources.ARN";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String STREAM = "AWS::DynamoDB::Stream";

    // AWS Backup: what each table starts with that a restore test makes.
    private static final String RESTORED = "awsbackup-restore-test-";

    private record Place(IResource store, String region) {}

    private TrailSelectors() {}

    static List<AdvancedEventSelectorProperty> of(HipaaTrailProps props, Stack stack) {
        var selectors = new ArrayList<AdvancedEventSelectorProperty>();
        if (props.managementEvents) {
            selectors.add(selector("Management events", equalTo("eventCategory", "Management")));
        }
        if (!props.buckets.isEmpty()) {
            // Without the slash at its end, the name of one bucket would also start that of another.
            var objects = props.buckets.stream()
                    .map(bucket -> bucket.arnForObjects(""))
                    .toList();
            selectors.add(dataOf("AWS::S3::Object", field(RESOURCE).startsWith(objects)));
        }
        if (!props.tables.isEmpty()) {
            var tables = props.tables.stream().map(table -> table.getTableArn()).toList();
            var streams = tables.stream().map(arn -> arn + "/stream/").toList();
            var restored =
                    regions(props).map(region -> restoredIn(region, stack)).toList();
            selectors.add(dataOf(TABLE, field(RESOURCE).equalTo(tables)));
            selectors.add(dataOf(STREAM, field(RESOURCE).startsWith(streams)));
            selectors.add(dataOf("Restore tests", TABLE, field(RESOURCE).startsWith(restored)));
        }
        return selectors;
    }

    /** Unusual rates: CloudTrail finds them in management events only. */
    static @Nullable List<InsightSelectorProperty> insights(HipaaTrailProps props) {
        return props.managementEvents
                ? Stream.of("ApiCallRateInsight", "ApiErrorRateInsight")
                        .map(type -> InsightSelectorProperty.builder()
                                .insightType(type)
                                .build())
                        .toList()
                : null;
    }

    private static Stream<String> regions(HipaaTrailProps props) {
        return props.tables.stream().map(TrailSelectors::regionOf).distinct();
    }

    private static String restoredIn(String region, Stack stack) {
        return stack.formatArn(ArnComponents.builder()
                .service("dynamodb")
                .region(region)
                .resource("table")
                .resourceName(RESTORED)
                .build());
    }

    /** A trail of one region records nothing of a store elsewhere, and nobody would notice. */
    static void checkRegions(HipaaTrailProps props, String here) {
        var elsewhere = Stream.concat(
                        props.buckets.stream()
                                .map(it -> new Place(it, it.getEnv().getRegion())),
                        props.tables.stream().map(it -> new Place(it, regionOf(it))))
                .filter(place -> isElsewhere(place.region, here))
                .map(place -> place.store.getNode().getPath() + " in " + place.region)
                .toList();
        if (!props.managementEvents && !elsewhere.isEmpty()) {
            throw new IllegalArgumentException("dataEventsOf: " + String.join(", ", elsewhere) + "; this trail records "
                    + here + " only; give that region a trail of its own");
        }
    }

    /** The CDK takes an imported table for one of the stack's own region, whatever its ARN says. */
    private static String regionOf(ITable table) {
        var arn = table.getTableArn();
        return Token.isUnresolved(arn) ? table.getEnv().getRegion() : arn.split(":", -1)[3];
    }

    private static boolean isElsewhere(String region, String here) {
        return !Token.isUnresolved(region) && !Token.isUnresolved(here) && !region.equals(here);
    }

    /** How many values CloudTrail counts: one for each category, one for each type, one for each ARN. */
    static int values(HipaaTrailProps props) {
        return (props.managementEvents ? 1 : 0)
                + values(props.buckets.size())
                + 2 * values(props.tables.size())
                + values((int) regions(props).count());
    }

    private static int values(int arns) {
        return arns == 0 ? 0 : arns + 2;
    }

    private static AdvancedEventSelectorProperty dataOf(String type, AdvancedFieldSelectorProperty.Builder stores) {
        return dataOf("Reads and writes of " + type, type, stores);
    }

    private static AdvancedEventSelectorProperty dataOf(
            String name, String type, AdvancedFieldSelectorProperty.Builder stores) {
        return selector(name, equalTo("eventCategory", "Data"), equalTo("resources.type", type), stores.build());
    }

    private static AdvancedEventSelectorProperty selector(String name, AdvancedFieldSelectorProperty... fields) {
        return AdvancedEventSelectorProperty.builder()
                .name(name)
                .fieldSelectors(Stream.of(fields).toList())
                .build();
    }

    private static AdvancedFieldSelectorProperty equalTo(String name, String value) {
        return field(name).equalTo(List.of(value)).build();
    }

    private static AdvancedFieldSelectorProperty.Builder field(String name) {
        return AdvancedFieldSelectorProperty.builder().field(name);
    }
}
