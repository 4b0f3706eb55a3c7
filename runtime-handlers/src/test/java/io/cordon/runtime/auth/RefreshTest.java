package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.people.DynamoDbPerson;
import io.cordon.runtime.people.PersonId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private final Desk desk = new Desk();
    private final Answer signedIn = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(SignIns.somebody())));
    private final String first = token(signedIn);

    @Test
    void renewsASessionWithANewSecretEachTime() {
        Answer once = refresh(first);
        Answer twice = refresh(token(once));

        assertThat(List.of(once.status(), twice.status())).containsOnly(200);
        assertThat(List.of(first, token(once), token(twice))).doesNotHaveDuplicates();
        assertThat(twice.body().get("userId")).isEqualTo(signedIn.body().get("userId"));
        assertThat(twice.body().get("sessionEndsAt")).isEqualTo(signedIn.body().get("sessionEndsAt"));
        assertThat(session().get("generation")).isEqualTo("3");
        assertThat(desk.counted).containsExactly("SignIns REFRESHED");
    }

    @Test
    void keepsOnlyTheHashOfASecret() {
        String secret = first.split("\\.", -1)[1];

        assertThat(session().get("secretHash")).isEqualTo(LocalIdToken.sha256(secret));
        assertThat(Items.all().toString()).doesNotContain(secret);
    }

    @Test
    void endsTheSessionWhenAnOldSecretComesAgain() {
        String second = token(refresh(first));
        Answer reused = refresh(first);

        assertRefused(reused, "RefreshReuse", "RefreshTokensRefused REUSED");
        assertRefused(refresh(second), "RefreshTokensRefused UNKNOWN");
        assertThat(session().get("ending")).isEqualTo("REUSED");
        assertThat(session().get("endedAt")).isEqualTo(desk.instant().toString());
        assertThat(session().get("secretHash")).isEmpty();
    }

    @Test
    void endsTheSessionOverASecretThatNeverWas() {
        assertRefused(
                refresh(first.split("\\.", -1)[0] + "." + "A".repeat(43)),
                "RefreshReuse",
                "RefreshTokensRefused REUSED");
        assertRefused(refresh(first), "RefreshTokensRefused UNKNOWN");
    }

    @Test
    void letsOneOfSeveralCallersWinAndEndsTheSessionOverTheOthers() {
        List<Answer> answers = Race.of(8, () -> desk.answer(SignIns.refresh(first)));

        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(answers).extracting(Answer::status).containsOnly(200, 401);
        assertThat(winners).hasSize(1);
        assertRefused(refresh(token(winners.get(0))), "RefreshTokensRefused UNKNOWN");
        assertThat(session().get("ending")).isEqualTo("REUSED");
    }

    @Test
    void endsEverySessionAfterThirtyDaysHoweverOftenItWasRenewed() {
        desk.pass(Duration.ofDays(30).minusSeconds(1));
        String late = token(refresh(first));
        desk.pass(Duration.ofSeconds(2));

        assertThat(late).isNotEmpty();
        assertRefused(refresh(late), "RefreshTokensRefused UNKNOWN");
    }

    @Test
    void renewsNoSessionOfAPersonWhoWasErased() {
        LocalAws.DYNAMODB.deleteItem(delete -> delete.tableName(LocalAws.TABLE)
                .key(DynamoDbPerson.profileKey(
                        new PersonId(signedIn.body().get("userId").asText()))));

        assertRefused(refresh(first), "RefreshTokensRefused ERASED");
        assertThat(session().get("ending")).isEqualTo("ERASED");
    }

    @Test
    void writesNothingOverATokenThatIsNone() {
        List<Item> before = Items.all();

        assertRefused(refresh("x"), "RefreshTokensRefused FORM");
        assertRefused(refresh("A".repeat(32) + "." + "A".repeat(43)), "RefreshTokensRefused UNKNOWN");
        assertThat(Items.all()).containsExactlyInAnyOrderElementsOf(before);
    }

    private Answer refresh(String token) {
        return desk.answer(SignIns.refresh(token));
    }

    private void assertRefused(Answer answer, String... counted) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:cordon:problem:refresh-token-refused");
        assertThat(desk.counted).containsExactly(counted);
    }

    private Item session() {
        String partition = "SESSION#" + first.split("\\.", -1)[0];
        return Items.all().stream()
                .filter(item -> item.get("PK").equals(partition))
                .findFirst()
                .orElseThrow();
    }

    private static String token(Answer answer) {
        return answer.body().path("refreshToken").asText();
    }
}
