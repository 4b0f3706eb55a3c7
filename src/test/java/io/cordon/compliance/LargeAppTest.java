package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.compliance.evidence.ExceptionRow;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.constructs.Construct;

/** An app so large that one request to the CDK for each finding would fill the stack of Node.js. */
class LargeAppTest {
    private static final int STACKS = 6;
    private static final int BUCKETS = 50;
    private static final String REASON = "Temporary data must not be copied to where its expiry does not reach.";

    @TempDir
    Path directory;

    @Test
    void judgesThousandsOfFindingsAndHundredsOfExceptions() {
        var app = app();
        var gate = HipaaGuardrails.apply(app);
        IntStream.range(0, STACKS).forEach(i -> fill(new Stack(app, "S" + i)));

        app.synth();

        var outcome = gate.outcome().orElseThrow();
        assertThat(outcome.stacks())
                .allSatisfy(stack -> assertThat(stack.resources()).hasSize(3 * BUCKETS));
        assertThat(outcome.uncovered()).isGreaterThan(3_000);
        assertThat(outcome.exceptions()).hasSize(2 * STACKS * BUCKETS);
        assertThat(outcome.exceptions()).extracting(ExceptionRow::standing).containsOnly(GateOutcome.GOVERNED);
        assertThat(outcome.controls())
                .noneMatch(row -> row.ruleId().endsWith(GatePlugin.UNFINISHED))
                .filteredOn(row -> row.compliance().toString().equals("Acknowledged"))
                .hasSize(2 * STACKS * BUCKETS);
    }

    @Test
    void judgesHundredsOfExceptionsInFiles() {
        var files = StatedExceptions.of(IntStream.range(0, STACKS * BUCKETS)
                .<Consumer<ObjectNode>>mapToObj(
                        i -> entry -> entry.put("scope", "S" + i / BUCKETS + "/Bucket" + i % BUCKETS))
                .toArray(Consumer[]::new));
        var app = app(files.context());
        var gate = HipaaGuardrails.apply(app);
        IntStream.range(0, STACKS).forEach(i -> {
            var stack = new Stack(app, "S" + i);
            IntStream.range(0, BUCKETS).forEach(j -> new CfnBucket(stack, "Bucket" + j));
        });

        app.synth();

        assertThat(gate.outcome().orElseThrow().exceptions())
                .hasSize(STACKS * BUCKETS)
                .extracting(ExceptionRow::standing)
                .containsOnly(GateOutcome.GOVERNED);
        assertThat(directory.resolve("validation-report.json"))
                .content()
                .doesNotContain("CordonExceptions")
                .contains("\"acknowledgedAt\": \"S5/Bucket49\"");
    }

    @Test
    void readsHundredsOfExceptionsAboveTheStacks() {
        var app = app();
        var gate = HipaaGuardrails.apply(app);
        new CfnBucket(new Stack(app, "S"), "B");
        IntStream.range(0, 800)
                .forEach(i -> Acknowledge.on(app).finding("HIPAA.Security::HIPAA.Security-Rule" + i, REASON));

        app.synth();

        assertThat(gate.outcome().orElseThrow().exceptions())
                .hasSize(800)
                .allSatisfy(row -> assertThat(row.standing()).startsWith("ScopeTooWide"));
    }

    @Test
    void saysWhenMoreStandsOutsideTheStacksThanItCanRead() {
        var app = app();
        var gate = HipaaGuardrails.apply(app);
        new CfnBucket(new Stack(app, "S"), "B");
        var room = new Construct(app, "Room");
        IntStream.range(0, AboveStacks.MOST).forEach(i -> new Construct(room, "C" + i));

        app.synth();

        assertThat(directory.resolve("validation-report.json"))
                .content()
                .contains("CordonExceptions did not finish: constructs outside stacks: more than 400;");
        assertThat(gate.outcome().orElseThrow().passes()).isFalse();
        assertThat(directory.resolve("evidence/controls.csv"))
                .content()
                .contains("S3BucketReplicationEnabled,S/B,Non-Compliant", "CordonExceptions::Unfinished");
    }

    private static void fill(Stack stack) {
        for (var i = 0; i < BUCKETS; i++) {
            new CfnQueue(stack, "Queue" + i);
            new CfnLogGroup(stack, "Log" + i);
            Acknowledge.on(new CfnBucket(stack, "Bucket" + i)).hipaa("S3BucketReplicationEnabled", REASON);
        }
    }

    private App app() {
        return app(Map.of());
    }

    private App app(Map<String, Object> context) {
        return new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .postCliContext(context)
                .outdir(directory.toString())
                .build());
    }
}
