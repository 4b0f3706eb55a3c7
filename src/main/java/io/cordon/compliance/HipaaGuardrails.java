package io.cordon.compliance;

import io.cordon.compliance.evidence.EvidencePack;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.compliance.source.ConstructLines;
import io.cordon.policies.AsOf;
import io.cordon.policies.Policies;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/**
 * The gate: one line puts an app under the HIPAA Security and NIST 800-53 R5 packs, our own rules and governed
 * exceptions, and makes every synth leave evidence in {@code cdk.out/evidence/}, whether it passes or fails.
 *
 * <p>Any CDK app can have it; none of our constructs is needed. It must come before the first stack, since the CDK locks
 * the feature flags then.
 *
 * <pre>{@code
 * var app = new App();
 * HipaaGuardrails.apply(app);
 * }</pre>
 *
 * <p>A synth fails on any finding that no exception covers, warnings included, and on any exception without owner, end
 * or a real reason, past its end, on a whole stack or app, made twice or excusing nothing. Passing is evidence for some
 * technical safeguards; it is not HIPAA compliance, which only an auditor can state of an organisation.
 */
public final class HipaaGuardrails {
    /** The context key of the day that end dates are compared with, as {@code yyyy-MM-dd}. Default: today in UTC. */
    public static final String AS_OF = AsOf.CONTEXT;

    /**
     * The context key of the folder whose {@code *.json} state exceptions. Default: {@code policies/exceptions} where the
     * program runs, if there is such a folder.
     */
    public static final String EXCEPTIONS = "cordon:exceptions";

    /** Else a pack keeps to itself why a rule could not read a resource. */
    private static final NagPackProps VERBOSE =
            NagPackProps.builder().verbose(true).build();

    static final List<String> PACKS = List.of(NagRules.HIPAA, NagRules.NIST);

    private @Nullable GateOutcome outcome;

    private HipaaGuardrails() {}

    /**
     * Puts {@code app} behind the gate.
     *
     * @return the gate, which knows the outcome after {@code app.synth()}
     * @throws IllegalArgumentException if the context {@value #AS_OF} is no date
     * @throws IllegalStateException if the app has a stack already, or a file of {@code policies/} on the class path is
     *     wrong: with file, JSON path and what to write instead
     */
    public static HipaaGuardrails apply(App app) {
        if (!app.getNode().getChildren().isEmpty()) {
            throw new IllegalStateException(
                    "HipaaGuardrails.apply(app) comes too late: the app has a construct already; call it first");
        }
        var directory = Path.of(app.getOutdir());
        EvidencePack.in(directory).clear();
        var inspection = inspection(app, directory);
        var end = EarlyEnd.of(inspection);
        FeatureFlags.setOn(app);
        var gate = new HipaaGuardrails();
        Validations.of(app).addPlugins(plugins(inspection, outcome -> {
            gate.outcome = outcome;
            end.judged();
        }));
        return gate;
    }

    private static Inspection inspection(App app, Path directory) {
        try {
            Policies.check();
            return new Inspection(directory, asOf(app), FileExceptions.of(app), ConstructLines.of(app));
        } catch (RuntimeException e) {
            EarlyEnd.refused(directory, e);
            throw e;
        }
    }

    private static GatePlugin[] plugins(Inspection inspection, Consumer<GateOutcome> done) {
        var hipaa = new NagJudge(new HIPAASecurityChecks(null, VERBOSE), NagRules.HIPAA, inspection);
        var nist = new NagJudge(new NIST80053R5Checks(null, VERBOSE), NagRules.NIST, inspection);
        return new GatePlugin[] {
            new GatePlugin(NagRules.HIPAA, inspection, context -> {
                inspection.clear();
                return hipaa.judge(context);
            }),
            new GatePlugin(NagRules.NIST, inspection, nist),
            new GatePlugin(OwnRules.PACK, inspection, new OwnRulesJudge(inspection)),
            new GatePlugin(Governance.PACK, inspection, new GovernanceJudge(inspection, done))
        };
    }

    /** Returns what the last synth came to; empty before {@code app.synth()}, and for an app without a stack. */
    public Optional<GateOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /**
     * Returns the day that end dates are compared with.
     *
     * @throws IllegalArgumentException if the context {@value #AS_OF} is no date
     */
    public static LocalDate asOf(App app) {
        return AsOf.from(app.getNode().tryGetContext(AS_OF));
    }
}
