package io.cordon.policies;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final Map<String, Supplier<Record>> READERS = Map.ofEntries(
            entry("api.json", ApiPolicy::current),
            entry("bedrock/models.json", BedrockModels::current),
            entry("checks.json", CheckPolicy::current),
            entry("exceptions.json", ExceptionPolicy::current),
            entry("geographies.json", GeographyPolicy::current),
            entry("hipaa/security-rule.json", SecurityRule::current),
            entry("limits.json", LimitPolicy::current),
            entry("mends.json", MendPolicy::current),
            entry("metrics.json", MetricPolicy::current),
            entry("retention.json", RetentionPolicy::current),
            entry("thresholds.json", ThresholdPolicy::current),
            entry("trail-signals.json", TrailSignalPolicy::current),
            entry("waf.json", WafPolicy::current));

    @Test
    void everyFileIsReadByARecord() {
        assertThat(PolicyData.files()).containsExactlyInAnyOrderElementsOf(READERS.keySet());
        assertThat(READERS.values())
                .allSatisfy(reader -> assertThat(reader.get()).isNotNull());
    }

    @Test
    void everyFileIsCheckedBeforeAnythingIsBuilt() {
        assertThat(Policies.files().keySet())
                .containsAll(PolicyData.files())
                .filteredOn(file -> !PolicyData.files().contains(file))
                .containsExactly("boundary/ai-boundary.json");
        Policies.check();
    }

    @Test
    void whatShipsEndsTwentyFourMonthsAfterTheRelease() {
        var policy = ExceptionPolicy.current();

        assertThat(policy.expires())
                .isEqualTo(YearMonth.from(policy.released()).plusMonths(24).atEndOfMonth());
        assertThat(policy.expiresWhy()).startsWith("24 months after release");
    }

    @Test
    void everyFileOnTheClassPathIsTheOneInTheRepository() {
        for (var file : PolicyData.files()) {
            assertThat(contentOf(getClass().getResource("/policies/" + file), StandardCharsets.UTF_8))
                    .as(file)
                    .isEqualTo(PolicyData.text(file));
        }
    }

    @Test
    void everyFigureSaysWhereItIsDocumented() {
        assertThat(PolicyData.figures()).isNotEmpty().allSatisfy((name, figure) -> {
            var source = URI.create(figure.path("source").asText());
            assertThat(source.getScheme()).as(name).isEqualTo("https");
            assertThat(source.getHost()).as(name).contains(".");
        });
    }

    @Test
    void noFigureWasCheckedOnADayThatIsStillToCome() {
        assertThat(PolicyData.figures())
                .allSatisfy((name, figure) -> assertThat(
                                LocalDate.parse(figure.path("checked").asText()))
                        .as(name)
                        .isBeforeOrEqualTo(latestCheck()));
    }

    @Test
    void theSameReasonIsNeverGivenForTwoFigures() {
        assertThat(PolicyData.figures().values())
                .extracting(figure -> figure.path("why").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void logPeriodsAreInOrderAndHoldEveryPeriodThatWeUse() {
        var retention = RetentionPolicy.current();
        var periods = retention.cloudWatchLogsDays().value();

        assertThat(periods)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(retention.auditDays().value());
    }

    @Test
    void auditLogsAreKeptForSixYearsAndTemporaryDocumentsForDays() {
        var retention = RetentionPolicy.current();
        var sixYears = LocalDate.parse("2024-01-01")
                .datesUntil(LocalDate.parse("2030-01-01"))
                .count();

        assertThat((long) retention.auditDays().value()).isGreaterThanOrEqualTo(sixYears);
        assertThat(retention.temporaryExpiryDays().value())
                .isPositive()
                .isLessThanOrEqualTo(retention.longestTemporaryExpiryDays().value());
    }

    /** A machine whose clock is slow must not turn the build red; a day that nobody has seen yet must. */
    private static LocalDate latestCheck() {
        return Stream.of(LocalDate.parse("2026-12-31"), LocalDate.now(Clock.systemUTC()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
