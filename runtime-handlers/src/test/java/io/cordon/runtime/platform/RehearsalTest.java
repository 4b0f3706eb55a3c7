package io.cordon.runtime.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.Reachable;
import io.cordon.runtime.local.StandardOut;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class RehearsalTest {
    @BeforeAll
    static void knowsARegion() {
        LocalAws.start();
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void goesToItsEnd(String function) {
        Rehearsal rehearsal = Rehearsal.of(function);

        String answer = rehearsal.perform();

        assertThat(rehearsal.isOver()).as(answer).isTrue();
        assertThat(answer).matches("(?s)null|Unauthorized|\\{\"statusCode\":20.*");
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void setsTheVariablesOfItsFunctionAndNoOther(String function) {
        assertThat(Manifest.keys(
                        Manifest.file("rehearsals/" + function + ".json").get("variables")))
                .isEqualTo(Manifest.keys(Manifest.function(function).get("variables")));
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void writesNothingAndLeavesTheLogAsItWas(String function) {
        assertThat(StandardOut.linesOf(() -> Rehearsal.of(function).perform())).isEmpty();
        assertThat(StandardOut.linesOf(() -> Lambda.status().answer(Event.status(Event.somebody(), "a".repeat(32)))))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void leavesNothingThatMayNotBeInASnapshot(String function) {
        Rehearsal.of(function).perform();

        List<Object> kept = Reachable.fromStaticFields();
        assertThat(kept).isNotEmpty();
        assertThat(kept)
                .doesNotHaveAnyElementsOfTypes(Random.class, Key.class, Instant.class, AwsCredentialsIdentity.class);
        assertThat(kept).noneMatch(any -> any instanceof String text && text.contains("rehearsal"));
    }
}
