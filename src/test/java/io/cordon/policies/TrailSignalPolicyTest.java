package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.policies.TrailSignalPolicy.TrailSignal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The patterns are written in CloudWatch Logs' own language, which no compiler reads before a deployment. */
class TrailSignalPolicyTest {
    private static final List<TrailSignal> SIGNALS = TrailSignalPolicy.current().signals();
    private static final Pattern EVENT = Pattern.compile("\\$\\.eventName = \"([^\"]+)\"");
    private static final String TERM = "\\(?\\$\\.[A-Za-z.]+ (NOT EXISTS|(=|!=) \"\\*?[A-Za-z0-9. ]+\\*?\")\\)?";
    private static final Pattern GRAMMAR =
            Pattern.compile("\\{ \\(*" + TERM + "\\)*( (&&|\\|\\|) \\(*" + TERM + "\\)*)* }");

    @Test
    void everyPatternIsJoinedTermsWithBalancedParentheses() {
        assertThat(SIGNALS).isNotEmpty().allSatisfy(signal -> {
            assertThat(signal.pattern()).as(signal.name()).matches(GRAMMAR);
            assertThat(signal.pattern().chars().filter(it -> it == '(').count())
                    .isEqualTo(signal.pattern().chars().filter(it -> it == ')').count());
        });
    }

    @Test
    void noOperatorsAreMixedWithoutParentheses() {
        assertThat(SIGNALS).allSatisfy(signal -> {
            var flat = signal.pattern();
            while (!flat.equals(flat.replaceAll("\\([^()]*\\)", "x"))) {
                var group = flat.replaceAll("^.*(\\([^()]*\\)).*$", "$1");
                assertThat(group.contains("&&") && group.contains("||"))
                        .as(signal.name() + " " + group)
                        .isFalse();
                flat = flat.replaceAll("\\([^()]*\\)", "x");
            }
            assertThat(flat.contains("&&") && flat.contains("||")).as(flat).isFalse();
        });
    }

    /** CloudWatch Logs takes 1,024 characters; an event of a known name must have a known source, or any service counts. */
    @Test
    void everyPatternIsShortEnoughAndNamesEachEventOnce() {
        assertThat(SIGNALS).allSatisfy(signal -> {
            assertThat(signal.pattern()).hasSizeLessThanOrEqualTo(1024);
            assertThat(EVENT.matcher(signal.pattern()).results().map(it -> it.group(1)))
                    .as(signal.name())
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void whoeverSilencesTheAlarmsIsHeard() {
        assertThat(SIGNALS.stream()
                        .flatMap(signal -> EVENT.matcher(signal.pattern()).results())
                        .map(it -> it.group(1)))
                .contains("StopLogging", "DeleteMetricFilter", "DeleteLogGroup", "PutRetentionPolicy", "DeleteAlarms")
                .contains("DisableAlarmActions", "SetAlarmState", "DeleteTopic", "Unsubscribe", "SetTopicAttributes")
                .contains("DisableRule", "RemoveTargets", "UpdateFunction*", "PutFunctionConcurrency*")
                .contains("CreateInternetGateway", "CreateRoute", "AuthorizeSecurityGroupEgress")
                .contains("PutBucketLifecycle*", "DeleteBucketPublicAccessBlock", "PutObjectLockConfiguration")
                .contains("DeleteBackupVaultAccessPolicy", "StartCopyJob", "ExportTableToPointInTime");
    }

    @Test
    void namesAndReasonsAreSaidOnce() {
        assertThat(SIGNALS).extracting(TrailSignal::name).doesNotHaveDuplicates();
        assertThat(SIGNALS).extracting(TrailSignal::why).doesNotHaveDuplicates();
        assertThat(SIGNALS).extracting(TrailSignal::advice).doesNotHaveDuplicates();
    }
}
