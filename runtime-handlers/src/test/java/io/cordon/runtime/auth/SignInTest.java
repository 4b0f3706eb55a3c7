package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Gateway;
import io.cordon.runtime.local.Gateway.Decision;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.local.SignIns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final Desk desk = new Desk();
    private final String subject = SignIns.somebody();

    @Test
    void signsInWhoWasOnboarded() {
        Answer onboarded = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));
        Answer answer = desk.answer(SignIns.signIn(SignIns.GOOGLE.token(subject)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("userId")).isEqualTo(onboarded.body().get("userId"));
        assertThat(answer.body().get("refreshToken"))
                .isNotEqualTo(onboarded.body().get("refreshToken"));
        assertThat(desk.counted).containsExactly("SignIns SIGNED_IN");
    }

    @Test
    void takesBothNamesOfGoogle() {
        desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));

        assertThat(desk.answer(SignIns.signIn(SignIns.GOOGLE.token(subject).claim("iss", "\"accounts.google.com\"")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsSomebodyUnknownToBeOnboardedAndWritesNothing() {
        desk.answer(SignIns.onboarding(SignIns.APPLE.token(subject)));
        List<Items.Item> before = Items.all();

        Answer answer = desk.answer(SignIns.signIn(SignIns.GOOGLE.token(subject)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:cordon:problem:not-onboarded");
        assertThat(Items.all()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(desk.counted).containsExactly("SignIns NOT_ONBOARDED");
    }

    @Test
    void findsPeopleByTheOldKeyWhileKeysChange() {
        Desk before = new Desk(Map.of("LOOKUP_KEYS", SignIns.OLD_LOOKUP.arn(), "LOOKUP_VERSIONS", "1"));
        Answer onboarded = before.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));

        Answer signedIn = desk.answer(SignIns.signIn(SignIns.GOOGLE.token(subject)));
        Answer again = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));

        assertThat(onboarded.status()).isEqualTo(201);
        assertThat(signedIn.body().get("userId")).isEqualTo(onboarded.body().get("userId"));
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void issuesWhatTheAuthorizerLetsIn() {
        Answer answer = SignIns.auth().answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));
        String token = answer.body().get("accessToken").asText();

        Decision decision = Gateway.knowing(SignIns.SIGNING.arn()).ask(Gateway.bearing(token));

        assertThat(decision.status()).as(decision.error()).isEqualTo(200);
        assertThat(decision.answer().get("principalId")).isEqualTo(answer.body().get("userId"));
        assertThat(decision.answer().at("/context/scope").asText()).isEqualTo(SignIns.SCOPES);
        assertThat(Lambda.upload().answer(Event.upload("nobody").by(decision)).status())
                .isEqualTo(202);
    }

    @Test
    void issuesTokensThatNobodyElsesKeyWouldHaveSigned() {
        Answer answer = SignIns.auth().answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));
        String token = answer.body().get("accessToken").asText();

        assertThat(Gateway.knowing(LocalKms.key().arn())
                        .ask(Gateway.bearing(token))
                        .status())
                .isEqualTo(401);
    }
}
