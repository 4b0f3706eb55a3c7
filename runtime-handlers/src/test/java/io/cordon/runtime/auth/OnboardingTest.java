package io.cordon.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Items.Item;
import io.cordon.runtime.local.LocalIdToken;
import io.cordon.runtime.local.SignIns;
import io.cordon.runtime.people.DynamoDbPerson;
import io.cordon.runtime.people.Field;
import io.cordon.runtime.people.KmsFieldCipher;
import io.cordon.runtime.people.PersonId;
import io.cordon.runtime.platform.AwsClients;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnboardingTest {
    private final Desk desk = new Desk();
    private final String subject = SignIns.somebody();

    @Test
    void makesAPersonOfSomebodyNew() {
        Answer answer = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("userId").asText()).matches("[a-z2-7]{32}");
        assertThat(answer.body().get("tokenType").asText()).isEqualTo("Bearer");
        assertThat(answer.body().get("expiresIn").asInt()).isEqualTo(900);
        assertThat(answer.body().get("scope").asText()).isEqualTo(SignIns.SCOPES);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(desk.counted).containsExactly("SignIns ONBOARDED");
        assertThat(profile(answer).get("version")).isEqualTo("1");
        assertThat(profile(answer).get("provider")).isEqualTo("google");
    }

    @Test
    void signsInWhoeverComesAgainAndChangesNothing() {
        Answer first = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));
        List<Item> before = itemsOf(first);
        LocalIdToken other = SignIns.GOOGLE.token(subject).claim("email", "\"other@example.org\"");
        ObjectNode body = SignIns.application(other).put("givenName", "Other");
        body.withObject("/consents").removeAll();

        Answer again = desk.answer(Event.auth("oauth-onboarding", body.toString()));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("userId")).isEqualTo(first.body().get("userId"));
        assertThat(itemsOf(first)).isEqualTo(before);
        assertThat(desk.counted).containsExactly("SignIns KNOWN");
    }

    @Test
    void sealsWhatNamesAPersonForThatPersonAlone() {
        ObjectNode body = SignIns.application(SignIns.APPLE.token(subject))
                .put("givenName", "Ada")
                .put("familyName", "Okoye");
        Answer answer = desk.answer(Event.auth("oauth-onboarding", body.toString()));

        Item profile = profile(answer);
        PersonId person = new PersonId(answer.body().get("userId").asText());
        assertThat(new KmsFieldCipher(AwsClients.kms(), SignIns.PERSON.arn())
                        .open(person, DynamoDbPerson.sealed(profile.attributes())))
                .isEqualTo(Map.of(
                        Field.EMAIL, subject + "@example.org", Field.GIVEN_NAME, "Ada", Field.FAMILY_NAME, "Okoye"));
        assertThat(DynamoDbPerson.sealed(profile.attributes()).keyId()).isEqualTo(SignIns.PERSON.arn());
        assertThat(Items.all().toString()).doesNotContain(subject, "Okoye");
    }

    @Test
    void takesNamesOfTheProviderWhereNobodySaysOthers() {
        LocalIdToken token = SignIns.GOOGLE
                .token(subject)
                .claim("given_name", "\"Zo\u00eb\"")
                .claim("family_name", "\"a\\u0000b\"");
        Answer answer = desk.answer(SignIns.onboarding(token));

        PersonId person = new PersonId(answer.body().get("userId").asText());
        assertThat(new KmsFieldCipher(AwsClients.kms(), SignIns.PERSON.arn())
                        .open(person, DynamoDbPerson.sealed(profile(answer).attributes())))
                .isEqualTo(Map.of(Field.EMAIL, subject + "@example.org", Field.GIVEN_NAME, "Zo\u00eb"));
    }

    @Test
    void keepsNoAddressThatNobodyVerified() {
        for (String verified : new String[] {null, "false", "\"false\"", "1", "\"yes\"", "[true]"}) {
            LocalIdToken token = SignIns.GOOGLE.token(SignIns.somebody()).claim("email_verified", verified);
            Item profile = profile(desk.answer(SignIns.onboarding(token)));

            assertThat(profile.get("GSI1PK")).as(verified).isEmpty();
            assertThat(DynamoDbPerson.sealed(profile.attributes()).fields()).isEmpty();
        }
        LocalIdToken apple = SignIns.APPLE.token(subject).claim("email_verified", "\"true\"");
        assertThat(profile(desk.answer(SignIns.onboarding(apple))).get("GSI1PK"))
                .matches("EMAIL#v2#[A-Za-z0-9_-]{43}");
    }

    @Test
    void makesTwoPeopleOfTwoIdentitiesWithOneAddress() {
        Answer one = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));
        LocalIdToken token = SignIns.APPLE.token(subject);
        Answer other = desk.answer(
                SignIns.onboarding(token.claim("email", "\"" + subject.toUpperCase(Locale.ROOT) + "@example.org\"")));

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.body().get("userId")).isNotEqualTo(one.body().get("userId"));
        assertThat(profile(other).get("GSI1PK")).isEqualTo(profile(one).get("GSI1PK"));
        assertThat(profile(other).get("GSI1SK")).isEqualTo(profile(other).get("PK"));
    }

    @Test
    void keepsEachConsentWithVersionAndTime() {
        Answer answer = desk.answer(SignIns.onboarding(SignIns.GOOGLE.token(subject)));

        assertThat(itemsOf(answer).stream().filter(item -> item.get("SK").startsWith("CONSENT#")))
                .extracting(item -> item.get("SK") + " " + item.get("at"))
                .containsExactlyInAnyOrder(
                        "CONSENT#privacy#2026-11 " + desk.instant(), "CONSENT#terms#3 " + desk.instant());
    }

    private static Item profile(Answer answer) {
        return itemsOf(answer).stream()
                .filter(item -> item.get("SK").equals("PROFILE"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Item> itemsOf(Answer answer) {
        String partition = "USER#" + answer.body().get("userId").asText();
        return Items.all().stream()
                .filter(item -> item.get("PK").equals(partition))
                .toList();
    }
}
