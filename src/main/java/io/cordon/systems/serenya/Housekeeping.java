package io.cordon.systems.serenya;

import io.cordon.ai.AiBoundary;
import io.cordon.audit.TrailWatch;
import io.cordon.cost.PriceSeed;
import io.cordon.keys.DataKeys;
import io.cordon.network.IsolatedNetwork;
import java.util.List;
import software.constructs.Construct;

/** What a deployment runs and nobody asks for: the check of the trail, the book of prices. */
final class Housekeeping {
    static final List<String> NAMES = List.of(TrailWatch.FUNCTION, PriceSeed.FUNCTION);

    final TrailWatch trailWatch;
    final PriceSeed prices;

    Housekeeping(Construct scope, DataKeys keys, IsolatedNetwork network, Stores stores, AiBoundary boundary) {
        this.trailWatch = new TrailWatch(
                scope,
                "TrailWatch",
                it -> it.trail(stores.trail.getTrail())
                        .bucket(stores.trail.getBucket())
                        .key(stores.trail.getKey())
                        .functionKey(keys.getApplication())
                        .permissionsBoundary(boundary.getPolicy())
                        .network(network.getVpc(), network.getFunctionSecurityGroup())
                        .after(network));
        this.prices = new PriceSeed(
                scope,
                "Prices",
                it -> it.table(stores.costs.getTable())
                        .key(keys.getPhi())
                        .functionKey(keys.getApplication())
                        .permissionsBoundary(boundary.getPolicy())
                        .network(network.getVpc(), network.getFunctionSecurityGroup())
                        .after(network));
    }
}
