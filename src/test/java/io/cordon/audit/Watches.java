package io.cordon.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.testing.Synthesized;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.iam.ManagedPolicy;

/** One app with watches outside a VPC, inside one, and two beside each other. */
final class Watches {
    static final List<TrailWatch> WATCHES = new ArrayList<>();
    static final Synthesized ALL = Synthesized.app(app -> {
        var outside = new WatchStack(app, "Outside");
        WATCHES.add(new TrailWatch(
                outside, "Watch", outside.props().alarmTopic(outside.topic()).build()));
        var inside = new WatchStack(app, "Inside");
        var vpc = inside.vpc();
        var group = inside.group(vpc);
        new TrailWatch(
                inside,
                "Watch",
                inside.props()
                        .network(vpc, group)
                        .after(vpc)
                        .keyPrefix("audit/eu")
                        .permissionsBoundary(ManagedPolicy.fromManagedPolicyName(inside, "Boundary", "the-most"))
                        .build());
        var named = new WatchStack(app, "Named");
        new TrailWatch(
                named,
                "One",
                named.props()
                        .trailArn("arn:aws:cloudtrail:eu-west-1:111122223333:trail/theirs")
                        .reservedConcurrency(2)
                        .metricsNamespace("Theirs")
                        .build());
        WATCHES.add(new TrailWatch(named, "Other", named.props().build()));
        var later = new WatchStack(app, "Later");
        new TrailWatch(
                later,
                "Watch",
                later.props().trailArn(Fn.importValue("TrailArn")).build());
    });

    private Watches() {}

    static List<JsonNode> functions(String stack) {
        return ALL.resources(stack, "AWS::Lambda::Function").stream()
                .filter(it -> it.toString().contains("trail-check"))
                .toList();
    }
}
