package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.SignIns;
import java.util.List;
import org.junit.jupiter.api.Test;

class RacingOnboardingTest {
    private static final int PHONES = 16;
    private final Lambda auth = SignIns.auth();

    @Test
    void makesOnePersonOfOneIdentityHoweverManyAskAtOnce() {
        String subject = SignIns.somebody();
        long before = people();

        List<Answer> answers = Race.of(PHONES, () -> auth.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject))));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.body().get("userId")).distinct())
                .hasSize(1);
        assertThat(people()).isEqualTo(before + 1);
    }

    private static long people() {
        return Items.all().stream()
                .filter(item -> item.get("SK").equals("PROFILE"))
                .count();
    }
}
