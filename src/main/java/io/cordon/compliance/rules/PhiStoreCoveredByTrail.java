package io.cordon.compliance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.rules.TrailReach.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A trail of the app that is logging records each read and write of what holds PHI.
 *
 * <p>The packs ask of a trail a key, a log group and validation, and not what it records.
 */
final class PhiStoreCoveredByTrail implements Rule {
    @Override
    public String asks() {
        return "Reads and writes of each bucket and table with PHI, and of its stream, are recorded by a trail that is logging.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.308(a)(1)(ii)(D)", "164.312(b)");
    }

    @Override
    public Set<String> types() {
        return Set.of(ResourceNames.BUCKET, ResourceNames.TABLE, ResourceNames.GLOBAL_TABLE);
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var dataClass = resource.tag(DataClass.TAG);
        if (dataClass.isEmpty()) {
            return new Verdict.NotEvaluated("it states no data class");
        }
        if (!dataClass.get().equals(DataClass.PHI.tag())) {
            return new Verdict.NotApplicable("it holds no PHI");
        }
        var names = new ResourceNames(app);
        var trails = app.resources()
                .filter(it -> it.type().equals(TrailReach.TRAIL))
                .map(it -> new TrailReach(names, it))
                .toList();
        return verdict(places(resource, names)
                .map(place -> trails.stream().map(trail -> trail.of(place)).reduce(Recorded.NOTHING, Recorded::or))
                .toList());
    }

    private static Verdict verdict(List<Recorded> places) {
        if (places.stream().allMatch(Recorded::everything)) {
            return new Verdict.Compliant();
        }
        return places.stream().allMatch(it -> it.everything() || it.unknown())
                ? new Verdict.NotEvaluated(
                        "a trail may record it, but only the deployment knows the trail's selector, region or state")
                : new Verdict.NonCompliant(
                        "It holds PHI, and no logging trail of this app records each of its reads and writes, its stream's"
                                + " included.",
                        "Name it in a trail of its region: HipaaTrail with dataEventsOf(store).");
    }

    /** A global table lies in each region of its replicas, and each has a table of its own to record. */
    private static Stream<Place> places(TemplateResource store, ResourceNames names) {
        var regions = store.type().equals(ResourceNames.GLOBAL_TABLE)
                ? replicas(store, names)
                : Stream.of(names.region(store.stack()));
        var stream = store.properties().path("StreamSpecification");
        var streams = !stream.isMissingNode() && !stream.path("Ref").asText().equals("AWS::NoValue");
        return regions.flatMap(region -> streams
                ? Stream.of(Place.of(store, region, names), Place.ofStream(store, region, names))
                : Stream.of(Place.of(store, region, names)));
    }

    private static Stream<String> replicas(TemplateResource store, ResourceNames names) {
        var replicas = store.properties().path("Replicas");
        return replicas.isArray() && !replicas.isEmpty()
                ? replicas.valueStream().map(it -> region(it, store, names))
                : Stream.of("unknown");
    }

    private static String region(JsonNode replica, TemplateResource store, ResourceNames names) {
        return names.text(replica.path("Region"), store.stack()).orElse("unknown");
    }
}
