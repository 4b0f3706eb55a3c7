package io.cordon.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Sources;
import io.cordon.testing.Marked;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.Queue;

/** Several apps in one JVM, on one thread and on several. */
class AppsApartTest {
    private static final Marked HERE = Marked.in(AppsApartTest.class);

    @Test
    void twoAppsThatAreBuiltInTurnsDoNotMix() {
        var one = new App();
        var linesOfOne = ConstructLines.of(one);
        var two = new App();
        var linesOfTwo = ConstructLines.of(two);
        var stackOfOne = new Stack(one, "S");
        var stackOfTwo = new Stack(two, "S"); // second
        new Queue(stackOfOne, "Q"); // queue

        assertThat(linesOfOne.sources().of("S/Q")).contains(HERE.line("queue"));
        assertThat(linesOfTwo.sources().of("S/Q")).contains(HERE.line("second"));
        assertThat(stackOfTwo.getStackName()).isEqualTo("S");
    }

    @Test
    void whatAnAppOutsideTheGateMakesIsNotNoted() {
        var gated = ConstructLines.of(new App());
        new Queue(new Stack(new App(), "S"), "Q");

        assertThat(gated.sources().lines()).isEmpty();
    }

    @Test
    void notesNoMoreOnceTheLinesWereAskedFor() throws ReflectiveOperationException {
        var app = new App();
        var lines = ConstructLines.of(app);
        var stack = new Stack(app, "S");
        lines.sources();
        new Queue(stack, "Later");

        assertThat(lines.sources().lines()).containsOnlyKeys("S");
        assertThat(new JsiiMessages(JsiiMessages.FIELD).listener())
                .as("nothing hears the messages of a thread that builds no app behind the gate")
                .isNull();
    }

    @Test
    void anotherThreadHasLinesOfItsOwn() {
        var app = new App();
        var lines = ConstructLines.of(app);
        new Stack(app, "Mine");
        var others = CompletableFuture.supplyAsync(AppsApartTest::built).join();

        assertThat(lines.sources().lines()).containsOnlyKeys("Mine");
        assertThat(others.lines()).containsOnlyKeys("Theirs");
    }

    @Test
    void saysThatNoLineIsKnownOfAnAppThatAnotherThreadBuilds() {
        var app = new App();
        var lines = ConstructLines.of(app);
        CompletableFuture.runAsync(() -> new Stack(app, "S")).join();

        assertThat(lines.sources().lines()).isEmpty();
        assertThat(lines.sources().limit()).contains("on the thread that put the app behind the gate");
    }

    @Test
    void saysNothingOfALimitWhereLinesAreKnown() {
        assertThat(built().limit()).isEmpty();
    }

    @Test
    void saysSoIfJsiiDoesNotLetItselfBeHeard() {
        for (var field : List.of("noSuchField", "VERSION_BUILD_PART_REGEX")) {
            var app = new App();
            var lines = ConstructLines.of(app, field);
            new Stack(app, "S");

            assertThat(lines.sources().lines()).isEmpty();
            assertThat(lines.sources().limit()).startsWith("No construct's line is known: this jsii");
        }
    }

    private static Sources built() {
        var app = new App();
        var lines = ConstructLines.of(app);
        new Stack(app, "Theirs");
        return lines.sources();
    }
}
