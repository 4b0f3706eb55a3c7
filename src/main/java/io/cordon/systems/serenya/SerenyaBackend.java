package io.cordon.systems.serenya;

import io.cordon.ai.BedrockPrivateLink;
import io.cordon.api.ProtectedRestApi;
import io.cordon.audit.TrailWatch;
import io.cordon.cost.PriceSeed;
import io.cordon.functions.FunctionManifest;
import io.cordon.functions.ObjectCreatedRule;
import io.cordon.functions.RuntimeFunction;
import io.cordon.keys.DataKeys;
import io.cordon.network.IsolatedNetwork;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** One stage of Serenya's back end: a document goes in over a presigned upload, what a model read in it comes out. */
public final class SerenyaBackend extends Stack {
    private final SerenyaSettings settings;
    private final Parts parts;

    /** Creates the stage that {@code settings} describe. */
    public SerenyaBackend(Construct scope, String id, SerenyaSettings settings) {
        super(scope, id, Stage.of(settings).props(settings.placement().region(), "uploads and jobs of a health agent"));
        this.settings = settings;

        var keys = keys();
        var network = network(keys);
        var stores = new Stores(this, settings, keys, network);
        var models = models(network);
        var functions = new Functions(this, settings, keys, network, stores, models);
        var api = api(functions, keys);
        var arrivals = arrivals(functions, keys);
        var housekeeping = new Housekeeping(this, keys, network, stores, functions.boundary);
        // The first document must find who waits for it, the price of the call and the way to the model.
        functions.process.getAlias().getNode().addDependency(models, housekeeping.prices.getBook());
        api.getStage().getNode().addDependency(arrivals, stores.trail.getTrail());
        this.parts = new Parts(
                keys, network, stores, models, functions, api, arrivals, housekeeping.trailWatch, housekeeping.prices);

        Stage.of(settings).tag(this);
    }

    /** What the stage is made of, for the stack that watches it. */
    record Parts(
            DataKeys keys,
            IsolatedNetwork network,
            Stores stores,
            BedrockPrivateLink models,
            Functions functions,
            ProtectedRestApi api,
            ObjectCreatedRule arrivals,
            TrailWatch trailWatch,
            PriceSeed prices) {

        RuntimeFunction[] everyFunction() {
            return Stream.concat(
                            functions.all().stream(),
                            Stream.of(trailWatch.getRuntimeFunction(), prices.getRuntimeFunction()))
                    .toArray(RuntimeFunction[]::new);
        }
    }

    Parts parts() {
        return parts;
    }

    private DataKeys keys() {
        return new DataKeys(
                this,
                "Keys",
                it -> it.aliasPrefix("serenya-" + settings.stage())
                        .shared(settings.protection().sharedKey()));
    }

    private IsolatedNetwork network(DataKeys keys) {
        var inside = Stream.concat(Functions.NAMES.stream(), Housekeeping.NAMES.stream())
                .toList();
        return new IsolatedNetwork(
                this,
                "Network",
                it -> it.cidr(settings.network().cidr())
                        .availabilityZones(settings.placement().zones())
                        .interfaceEndpoints(
                                List.copyOf(FunctionManifest.current().services(inside)))
                        .customResources(true)
                        .logKey(keys.getAudit())
                        .logRetention(auditDays()));
    }

    private BedrockPrivateLink models(IsolatedNetwork network) {
        return new BedrockPrivateLink(
                this,
                "Models",
                it -> it.network(network.getVpc(), network.getFunctionSecurityGroup())
                        .geography(Stage.of(settings).geography())
                        .models(settings.models().allowed()));
    }

    private ProtectedRestApi api(Functions functions, DataKeys keys) {
        return new ProtectedRestApi(
                this,
                "Api",
                it -> it.authorizer(functions.authorizer.getAlias())
                        .routesOf(functions.upload)
                        .routesOf(functions.status)
                        .routesOf(functions.result)
                        .routesOf(functions.cleanup)
                        .allowedOrigins(settings.uploads().origins().toArray(String[]::new))
                        .localhostOrigins(settings.uploads().localOrigins())
                        .key(keys.getAudit())
                        .logRetention(auditDays()));
    }

    private ObjectCreatedRule arrivals(Functions functions, DataKeys keys) {
        return new ObjectCreatedRule(
                this, "Arrivals", it -> it.function(functions.process).deadLetterKey(keys.getPhi()));
    }

    private Duration auditDays() {
        return Duration.days(settings.retention().auditDays());
    }
}
