package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.observe.WatchedSystem;
import io.cordon.observe.monitors.FunctionMonitor;
import io.cordon.observe.monitors.MetricIdentity;
import io.cordon.observe.monitors.Severity;
import io.cordon.observe.monitors.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/** What Serenya tells of the reading of documents. */
final class ReadingSignalsTest {
    private static final WatchedSystem SYSTEM = new WatchedSystem(new App(), "Clinic");
    private static final List<Signal> SIGNALS =
            new ReadingSignals(SYSTEM.process).all().toList();

    @Test
    void hearsOfFailuresDelaysAndMoney() {
        assertThat(SIGNALS)
                .extracting(Signal::name)
                .containsExactly(
                        "documents-failed",
                        "documents-given-up",
                        "most-documents-failed",
                        "documents-slow",
                        "model-turned-away",
                        "calls-unsettled",
                        "prices-missing",
                        "daily-cost");
        assertThat(SIGNALS).allSatisfy(it -> assertThat(it.missingData()).isEqualTo(TreatMissingData.NOT_BREACHING));
    }

    @Test
    void readsOnlyWhatProcessSaysThatItEmits() {
        var declared = new FunctionMonitor(SYSTEM.process).declared();

        assertThat(SIGNALS).allSatisfy(it -> assertThat(declared).containsAll(MetricIdentity.in(it.metric())));
        assertThat(SIGNALS)
                .flatExtracting(it -> List.copyOf(MetricIdentity.in(it.metric())))
                .allSatisfy(it -> assertThat(it.dimensions()).containsExactly("Service"));
    }

    /** A missing number of good documents must not hide that all fail. */
    @Test
    void wakesSomebodyWhenMostDocumentsFailAndNoneForOneOfThree() {
        var signal = signal("most-documents-failed");
        var math = signal.metric().toMetricConfig().getMathExpression();

        assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(signal.threshold()).isEqualTo(50);
        assertThat(math.getExpression()).isEqualTo("IF(ended >= 10, 100 * failed / ended, 0)");
        assertThat(math.getUsingMetrics()).containsOnlyKeys("failed", "ended");
        assertThat(MetricIdentity.in(signal.metric()))
                .extracting(MetricIdentity::name)
                .containsExactlyInAnyOrder("DocumentsFailed", "DocumentLatency");
    }

    @Test
    void callsADocumentSlowBeforeOneTryIsOver() {
        var limit = SYSTEM.process.getEntry().timeoutSeconds() * 1000.0;

        assertThat(signal("documents-slow").threshold()).isEqualTo(0.8 * limit);
        assertThat(signal("documents-slow").severity()).isEqualTo(Severity.PERFORMANCE);
        assertThat(signal("documents-slow").periods()).isEqualTo(3);
    }

    @Test
    void tellsThoseWhoPay() {
        assertThat(SIGNALS)
                .filteredOn(it -> it.severity() == Severity.COST)
                .extracting(Signal::name)
                .containsExactly("calls-unsettled", "prices-missing", "daily-cost");
        var cost = signal("daily-cost").metric().toMetricConfig().getMathExpression();
        assertThat(cost.getExpression()).isEqualTo("micro / 1000000");
        assertThat(cost.getPeriod()).isEqualTo(86_400);
    }

    private static Signal signal(String name) {
        return SIGNALS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
