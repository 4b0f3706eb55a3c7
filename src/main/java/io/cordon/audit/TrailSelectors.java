package io.cordon.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.IResource;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedEventSelectorProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedFieldSelectorProperty;
import software.amazon.awscdk.services.dynamodb.ITable;

/** What a trail records, as advanced event selectors: only these take DynamoDB tables and single buckets together. */
final class TrailSelectors {
    private static final String RESOURCE = "resources.ARN";

    private record Place(IResource store, String region) {}

    private TrailSelectors() {}

    static List<AdvancedEventSelectorProperty> of(HipaaTrailProps props) {
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
            selectors.add(dataOf("AWS::DynamoDB::Table", field(RESOURCE).equalTo(tables)));
        }
        return selectors;
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

    /** How many values CloudTrail counts: one for each category, one for each type, one for each store. */
    static int values(HipaaTrailProps props) {
        return (props.managementEvents ? 1 : 0) + values(props.buckets.size()) + values(props.tables.size());
    }

    private static int values(int stores) {
        return stores == 0 ? 0 : stores + 2;
    }

    private static AdvancedEventSelectorProperty dataOf(String type, AdvancedFieldSelectorProperty.Builder stores) {
        return selector(
                "Reads and writes of " + type,
                equalTo("eventCategory", "Data"),
                equalTo("resources.type", type),
                stores.build());
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
