package io.cordon.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.provisioning.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
    @Test
    void readsWhatATemplateSays() {
        assertThat(Wish.read(Map.of("ServiceToken", "t", "InvocationLogging", "off")))
                .isEqualTo(new Wish(Optional.empty(), false));
        assertThat(Wish.read(Deployed.logging("b-1.x", "a/b")))
                .isEqualTo(new Wish(Optional.of(new LogDelivery("b-1.x", "a/b", true, false)), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "inherit", "aws_review", "provider_data_share", "None", ""})
    void refusesEveryOtherModeOfRetention(String mode) {
        assertThatThrownBy(() -> Wish.read(Map.of("InvocationLogging", "off", "DataRetention", mode)))
                .isInstanceOf(Refused.class)
                .hasMessage("DataRetention is not none, the only mode in which nothing is kept; write none, or leave it"
                        + " out and the account's mode stays.");
    }

    static Stream<Object> neither() {
        return Stream.of("on", "", List.of(), 1, true);
    }

    @ParameterizedTest
    @MethodSource("neither")
    void refusesLoggingThatIsNeitherOffNorABucket(Object logging) {
        assertThatThrownBy(() -> Wish.read(Map.of("InvocationLogging", logging)))
                .hasMessage("InvocationLogging is neither off nor a bucket; write off, or Bucket and KeyPrefix.");
    }

    /** What somebody forgot is no wish. */
    @Test
    void refusesLoggingThatIsMissingOrEmpty() {
        assertThatThrownBy(() -> Wish.read(Map.of())).hasMessageStartingWith("InvocationLogging is neither off");
        assertThatThrownBy(() -> Wish.read(Map.of("InvocationLogging", Map.of())))
                .hasMessageStartingWith("InvocationLogging.Bucket is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", "a b", "ä", "*"})
    void refusesAPrefixUnderWhichNobodyWouldLook(String prefix) {
        assertThatThrownBy(() -> Wish.read(Deployed.logging("bucket", prefix)))
                .hasMessageStartingWith("InvocationLogging.KeyPrefix is no prefix");
    }

    @Test
    void listsAllThatIsWrongAndQuotesNothingOfIt() {
        assertThatThrownBy(() -> Wish.read(Map.of(
                        "InvocationLogging",
                        Map.of("Bucket", "SECRET", "KeyPrefix", "/SECRET"),
                        "DataRetention",
                        "SECRET")))
                .hasMessageContaining("InvocationLogging.Bucket")
                .hasMessageContaining("InvocationLogging.KeyPrefix")
                .hasMessageContaining("DataRetention")
                .hasMessageNotContaining("SECRET");
    }
}
