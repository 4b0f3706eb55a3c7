package io.cordon.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.platform.AwsClients;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShiftTest {
    @Test
    void leavesTheModelAllTheTimeThatWritingDownDoesNotTake() {
        LocalAws.start();
        Duration timeout = Duration.ofSeconds(
                Manifest.function("process").get("timeoutSeconds").longValue());

        assertThat(AwsClients.bedrockRuntime()
                        .serviceClientConfiguration()
                        .overrideConfiguration()
                        .apiCallAttemptTimeout())
                .contains(timeout.minus(Shift.TO_WRITE_DOWN));
    }
}
