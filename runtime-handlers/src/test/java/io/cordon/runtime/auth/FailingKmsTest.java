package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.SignIns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailingKmsTest {
    private final String subject = SignIns.somebody();

    @ParameterizedTest
    @ValueSource(strings = {"PERSON_KEY", "LOOKUP_KEYS"})
    void makesNobodyHalf(String variable) {
        String broken = LocalKms.secret().failing("KMSInternalException").arn();
        Desk desk = new Desk(Map.of(variable, broken, "LOOKUP_VERSIONS", variable.equals("LOOKUP_KEYS") ? "1" : "2,1"));
        List<Items.Item> before = Items.all();

        Answer answer = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Items.all()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void leavesTheSecretGoodWhenNothingCanBeSigned() {
        LocalKms.Key key = LocalKms.key();
        Desk desk = new Desk(Map.of("SIGNING_KEY", key.arn()));
        Event onboarding = SignIns.onboarding(SignIns.GOOGLE.token(subject));
        String token = desk.answer(onboarding).body().get("refreshToken").asText();
        key.failing("DependencyTimeoutException");

        Answer failed = desk.answer(SignIns.refresh(token));
        Answer later = new Desk().answer(SignIns.refresh(token));

        assertThat(failed.status()).isEqualTo(503);
        assertThat(later.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LOOKUP_VERSIONS; 1",
                "LOOKUP_VERSIONS; 2,2",
                "LOOKUP_VERSIONS; v2,1",
                "LOOKUP_KEYS; a,b,c",
                "REQUIRED_CONSENTS; terms",
                "REQUIRED_CONSENTS; terms:1,terms:2",
                "SESSION_DAYS; 0"
            })
    void doesNotStartWithASettingThatIsWrong(String variable, String value) {
        assertThatThrownBy(() -> new Desk(Map.of(variable, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(variable);
    }
}
