package io.cordon.systems.serenya;

import io.cordon.ai.ModelProfile;
import io.cordon.observe.AlarmTopics;
import io.cordon.observe.ObservabilityDashboards;
import io.cordon.observe.monitors.Severity;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.constructs.Construct;

/** What those who run a stage of Serenya see, and what wakes them. */
public final class SerenyaObservability extends Stack {
    private final SerenyaSettings settings;
    private final SerenyaBackend.Parts backend;

    /** Creates the dashboards and alarms of {@code backend}. */
    public SerenyaObservability(Construct scope, String id, SerenyaSettings settings, SerenyaBackend backend) {
        super(scope, id, Stage.of(settings).props(settings.placement().region(), "dashboards and alarms"));
        this.settings = settings;
        this.backend = backend.parts();

        dashboards(topics());

        Stage.of(settings).tag(this);
    }

    private AlarmTopics topics() {
        var email = settings.operations().alertEmail();
        return new AlarmTopics(this, "Topics", it -> {
            if (email != null) {
                for (var severity : Severity.values()) {
                    it.email(severity, email);
                }
            }
        });
    }

    private void dashboards(AlarmTopics topics) {
        new ObservabilityDashboards(
                this,
                "Observability",
                it -> it.system("serenya")
                        .stage(settings.stage())
                        .topics(topics)
                        .watch(backend.everyFunction())
                        .watch(backend.arrivals())
                        .watch(
                                backend.stores().people.getTable(),
                                backend.stores().costs.getTable())
                        .watch(backend.stores().uploads.getBucket())
                        .watch(backend.api())
                        .watch(backend.network()
                                .getInterfaceEndpoints()
                                .values()
                                .toArray(IInterfaceVpcEndpoint[]::new))
                        .watch(backend.models().getRuntimeEndpoint())
                        .watchModel(backend.models().getModels().stream()
                                .map(ModelProfile::id)
                                .toArray(String[]::new))
                        .watch(new Signals(backend).all()));
    }
}
