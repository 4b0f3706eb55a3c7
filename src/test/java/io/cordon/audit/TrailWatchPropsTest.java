package io.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Fn;

class TrailWatchPropsTest {
    private static final WatchStack STACK = new WatchStack(new App(), "Props");

    @Test
    void listsAllThatIsMissing() {
        assertThatThrownBy(() -> TrailWatchProps.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        TrailWatch: trail: missing; required; give the trail, or its ARN
                          bucket: missing; required; give the one that the trail delivers to
                          key: missing; required; give the one that encrypts what the trail delivers
                          functionKey: missing; required; give one for the check's own log and dead letters""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clinic", "arn:aws:s3:::clinic", "arn:aws:cloudtrail:eu-west-1:1:trail/clinic", "", "arn:*"})
    void needsTheArnOfATrail(String arn) {
        assertThatThrownBy(() -> STACK.props().trailArn(arn).build())
                .hasMessageContaining("trailArn: " + arn + "; arn:");
    }

    @ParameterizedTest
    @CsvSource({"logs/", "/logs", "a//b", "*", "a b"})
    void refusesAPrefixThatIsNone(String prefix) {
        assertThatThrownBy(() -> STACK.props().keyPrefix(prefix).build())
                .hasMessageContaining("keyPrefix: " + prefix + "; letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS/Mine", ":mine", "", "a\nb"})
    void refusesANamespaceThatCloudWatchDoes(String namespace) {
        assertThatThrownBy(() -> STACK.props().metricsNamespace(namespace).build())
                .hasMessageContaining("metricsNamespace: " + namespace + "; at most 255");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 901})
    void needsConcurrencyThatTheAccountHas(int executions) {
        assertThatThrownBy(() -> STACK.props().reservedConcurrency(executions).build())
                .hasMessageContaining("reservedConcurrency: " + executions + "; from 1 to 900");
    }

    @Test
    void leavesToTheDeploymentWhatOnlyItKnows() {
        var later = Fn.importValue("TrailArn");

        assertThatCode(() -> STACK.props().trailArn(later).keyPrefix(later).build())
                .doesNotThrowAnyException();
    }

    @Test
    void everyDefaultIsStated() {
        Map<String, String> defaults = new TreeMap<>();
        var fresh = TrailWatchProps.builder();
        Arrays.stream(TrailWatchProps.Builder.class.getDeclaredFields()).forEach(field -> {
            try {
                field.setAccessible(true);
                defaults.put(field.getName(), Objects.toString(field.get(fresh), "none"));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(defaults)
                .isEqualTo(Map.ofEntries(
                        Map.entry("trail", "none"),
                        Map.entry("bucket", "none"),
                        Map.entry("key", "none"),
                        Map.entry("functionKey", "none"),
                        Map.entry("network", "none"),
                        Map.entry("permissionsBoundary", "none"),
                        Map.entry("alarmTopic", "none"),
                        Map.entry("metricsNamespace", "none"),
                        Map.entry("keyPrefix", ""),
                        Map.entry("reservedConcurrency", "1"),
                        Map.entry("after", "[]")));
    }
}
