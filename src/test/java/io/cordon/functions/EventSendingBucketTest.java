package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.services.s3.Bucket;

/** A rule for a bucket that tells EventBridge nothing would wait for ever, and nothing would say so. */
class EventSendingBucketTest {
    @Test
    void refusesABucketOfTheAppThatSendsNoEvents() {
        var app = new App();
        var stack = new FunctionFixture(app, "Silent");
        ObjectCreatedRuleTest.rule(stack, new Bucket(stack, "Mute"), "");

        assertThatThrownBy(app::synth)
                .hasMessageContaining(
                        "bucket: Silent/Mute sends no events, so nothing would ever start; turn EventBridge");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesABucketWhoseEventsTheCdkTurnedOnOrThatIsNotOfThisApp(boolean own) {
        var app = new App();
        var stack = new FunctionFixture(app, "Heard");
        ObjectCreatedRuleTest.rule(
                stack,
                own
                        ? Bucket.Builder.create(stack, "Loud")
                                .eventBridgeEnabled(true)
                                .build()
                        : stack.bucket,
                "");

        app.synth();
    }
}
