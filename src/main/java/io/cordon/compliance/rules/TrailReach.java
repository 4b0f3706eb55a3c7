package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What one trail of a template records of a store. */
final class TrailReach {
    static final String TRAIL = "AWS::CloudTrail::Trail";

    private static final String OBJECT = "AWS::S3::Object";
    private static final String STREAM = "AWS::DynamoDB::Stream";
    private static final String UNKNOWN_PLACE = "unknown";

    private final ResourceNames names;
    private final TemplateResource trail;
    private final JsonNode properties;

    TrailReach(ResourceNames names, TemplateResource trail) {
        this.names = names;
        this.trail = trail;
        this.properties = trail.properties();
    }

    /**
     * Where one copy of a store's data lies.
     *
     * @param store whose data it is
     * @param type what CloudTrail calls what it holds
     * @param arn the table's ARN, or what the ARN of each object or stream starts with
     */
    record Place(TemplateResource store, String type, String arn, String account, String region) {
        static Place of(TemplateResource store, String region, ResourceNames names) {
            var isBucket = store.type().equals(ResourceNames.BUCKET);
            return new Place(
                    store,
                    isBucket ? OBJECT : ResourceNames.TABLE,
                    names.arn(store, region) + (isBucket ? "/" : ""),
                    names.account(store.stack()),
                    region);
        }

        /** The stream of a table: a new one gets a new label, so only what comes before is known. */
        static Place ofStream(TemplateResource table, String region, ResourceNames names) {
            return new Place(
                    table, STREAM, names.arn(table, region) + "/stream/", names.account(table.stack()), region);
        }

        boolean holds(String other) {
            return other.equals(arn) || other.startsWith(isTable() ? arn + "/" : arn);
        }

        boolean isTable() {
            return type.equals(ResourceNames.TABLE);
        }
    }

    Recorded of(Place place) {
        return selected(place).and(this::logging).and(() -> hears(place)).and(() -> exists(place));
    }

    /** A trail that a condition can leave out records nothing for sure. */
    private Recorded exists(Place place) {
        return trail.existsWith(place.store) ? Recorded.ALL : Recorded.UNKNOWN;
    }

    private Recorded logging() {
        var logging = properties.path("IsLogging");
        return logging.isObject() ? Recorded.UNKNOWN : when(logging.asBoolean());
    }

    /** A trail hears its own account, in its own region or in all. */
    private Recorded hears(Place place) {
        var everywhere = properties.path("IsMultiRegionTrail").asBoolean();
        return same(names.account(trail.stack()), place.account)
                .and(() -> everywhere ? Recorded.ALL : same(names.region(trail.stack()), place.region));
    }

    /** Stacks that name no account are taken to share one. */
    private static Recorded same(String one, String other) {
        var known = !one.equals(UNKNOWN_PLACE) && !other.equals(UNKNOWN_PLACE);
        return one.equals(other) || known ? when(one.equals(other)) : Recorded.UNKNOWN;
    }

    private Recorded selected(Place place) {
        var advanced = properties.path("AdvancedEventSelectors");
        var classic = properties.path("EventSelectors");
        return any(advanced, selector -> advanced(selector, place)).or(any(classic, it -> classic(it, place)));
    }

    private Recorded advanced(JsonNode selector, Place place) {
        var fields = selector.path("FieldSelectors");
        if (!fields.isArray()) {
            return Recorded.UNKNOWN;
        }
        var names = List.of("eventCategory", "resources.type");
        var complete = names.stream()
                .allMatch(name -> StreamSupport.stream(fields.spliterator(), false)
                        .anyMatch(field -> field.path("Field").asText().equals(name)));
        var recorded = when(complete);
        for (var field : fields) {
            recorded = recorded.and(() -> advancedField(field, place));
        }
        return recorded;
    }

    private Recorded advancedField(JsonNode field, Place place) {
        return switch (field.path("Field").asText()) {
            case "eventCategory" -> some(field.path("Equals"), "Data"::equals);
            case "resources.type" -> some(field.path("Equals"), place.type::equals);
            case "readOnly" -> halves(field.path("Equals"));
            case "resources.ARN" -> arns(field, place);
            // Any other field leaves some calls out.
            default -> Recorded.NOTHING;
        };
    }

    private Recorded halves(JsonNode values) {
        var reads = some(values, "true"::equals);
        var writes = some(values, "false"::equals);
        return new Recorded(reads.reads(), writes.writes(), reads.unknown() || writes.unknown());
    }

    private Recorded arns(JsonNode field, Place place) {
        var excluded = some(field.path("NotEquals"), place::holds)
                .or(some(field.path("NotStartsWith"), it -> place.holds(it) || place.arn.startsWith(it)))
                .or(when(field.has("NotEndsWith")));
        if (excluded.reads()) {
            return Recorded.NOTHING;
        }
        var included = some(field.path("Equals"), it -> place.isTable() && it.equals(place.arn))
                .or(some(field.path("StartsWith"), place.arn::startsWith));
        var onlyExcludes = !field.has("Equals") && !field.has("StartsWith") && !field.has("EndsWith");
        var named = onlyExcludes || included.reads() ? Recorded.ALL : included;
        return excluded.unknown() ? named.and(() -> Recorded.UNKNOWN) : named;
    }

    private Recorded classic(JsonNode selector, Place place) {
        return any(
                        selector.path("DataResources"),
                        resource -> resource.path("Type").asText().equals(place.type)
                                ? some(resource.path("Values"), it -> isClassic(it, place))
                                : Recorded.NOTHING)
                .and(() -> switch (selector.path("ReadWriteType").asText("All")) {
                    case "All" -> Recorded.ALL;
                    case "ReadOnly" -> new Recorded(true, false, false);
                    case "WriteOnly" -> new Recorded(false, true, false);
                    default -> Recorded.UNKNOWN;
                });
    }

    /**
     * Classic selectors take a service's bare ARN for all of its stores, need the slash after a bucket's name, and know
     * no streams.
     */
    private static boolean isClassic(String value, Place place) {
        return switch (place.type) {
            case OBJECT -> value.equals("arn:aws:s3") || value.equals("arn:aws:s3:::") || value.equals(place.arn);
            case ResourceNames.TABLE -> value.equals("arn:aws:dynamodb") || value.equals(place.arn);
            default -> false;
        };
    }

    private Recorded some(JsonNode values, Predicate<String> matches) {
        return any(
                values,
                value -> names.text(value, trail.stack())
                        .map(it -> when(matches.test(it)))
                        .orElse(Recorded.UNKNOWN));
    }

    private static Recorded any(JsonNode list, Function<JsonNode, Recorded> each) {
        if (list.isMissingNode()) {
            return Recorded.NOTHING;
        }
        return list.isArray()
                ? StreamSupport.stream(list.spliterator(), false).map(each).reduce(Recorded.NOTHING, Recorded::or)
                : Recorded.UNKNOWN;
    }

    private static Recorded when(boolean holds) {
        return holds ? Recorded.ALL : Recorded.NOTHING;
    }
}
