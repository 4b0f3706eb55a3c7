package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.policies.TrailSignalPolicy.TrailSignal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The patterns are written in CloudWatch Logs' own language, which no compiler reads before a deployment. */
class TrailSignalPolicyTest {
    private static final List<TrailSignal> SIGNALS = TrailSignalPolicy.current().signals();
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

    @Test
    void namesAndReasonsAreSaidOnce() {
        assertThat(SIGNALS).extracting(TrailSignal::name).doesNotHaveDuplicates();
        assertThat(SIGNALS).extracting(TrailSignal::why).doesNotHaveDuplicates();
        assertThat(SIGNALS).extracting(TrailSignal::advice).doesNotHaveDuplicates();
    }
}
