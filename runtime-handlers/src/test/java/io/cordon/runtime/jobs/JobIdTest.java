package io.cordon.runtime.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobIdTest {
    @Test
    void isNeverTheSameTwice() {
        assertThat(Stream.generate(JobId::random).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }

    @Test
    void usesTheWholeAlphabet() {
        String all = Stream.generate(JobId::random).limit(100).map(JobId::value).collect(Collectors.joining());

        assertThat(all.chars().distinct().count()).isEqualTo(32);
    }

    @Test
    void readsBackWhatItMade() {
        JobId id = JobId.random();

        assertThat(JobId.parse(id.value())).contains(id);
    }

    @Test
    void refusesAnyOtherForm() {
        assertThat(JobId.parse(null)).isEmpty();
        assertThat(JobId.parse("a".repeat(31))).isEmpty();
        assertThat(JobId.parse("a".repeat(32) + "\n")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new JobId("1"));
    }
}
