package io.cordon.runtime.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvTest {
    @Test
    void splitsAListAtEveryCommaAndKeepsWhatIsBetween() {
        assertThat(list("a")).containsExactly("a");
        assertThat(list("a,b")).containsExactly("a", "b");
        assertThat(list("a, b,,")).containsExactly("a", " b", "", "");
    }

    @Test
    void takesAnEmptyListForNone() {
        assertThat(list("")).isEmpty();
    }

    @Test
    void stopsOverAListThatIsMissing() {
        assertThatThrownBy(() -> Variables.during("test", Map.of(), Env.ALLOWED_ORIGINS::list))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Environment variable ALLOWED_ORIGINS is not set");
    }

    private static List<String> list(String value) {
        return Variables.during("test", Map.of("ALLOWED_ORIGINS", value), Env.ALLOWED_ORIGINS::list);
    }
}
