package io.cordon.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTest {
    @Test
    void goesFromATokenToAForgottenJob() {
        List<String> said = new ArrayList<>();

        Journey.through(new Template(SmallStack.template()), said::add);

        assertThat(said).last().isEqualTo("Every function's log follows the job.");
    }
}
