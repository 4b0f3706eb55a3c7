package io.cordon.examples;

import io.cordon.functions.RuntimeFunction;
import io.cordon.observe.ObservabilityDashboards;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.constructs.Construct;

/** Dashboards of a back end in another stack, and one alarm more. */
public final class ObservabilityDashboardsExample extends Stack {
    /** Creates the stack. */
    public ObservabilityDashboardsExample(
            Construct scope, String id, StackProps props, RuntimeFunction upload, ITable application) {
        super(scope, id, props);
        // example:start
        var quiet = Signal.of(it -> it.name("nobody-uploads")
                .metric(upload.metricInvocations())
                .below(1)
                .heartbeat(true)
                .periods(12)
                .severity(Severity.WARNING)
                .means("Nobody has uploaded a document for an hour.")
                .mend("Open the app and upload one; if it fails, look at the API's errors."));

        new ObservabilityDashboards(
                this,
                "Observability",
                it -> it.system("clinic")
                        .stage("dev")
                        .watch(upload)
                        .watch(application)
                        .watchModel("eu.anthropic.claude-haiku-4-5-20251001-v1:0")
                        .watch(quiet)
                        .runbook("https://clinic.example/runbook"));
        // example:end
    }
}
