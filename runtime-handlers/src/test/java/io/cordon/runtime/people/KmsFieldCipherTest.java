package io.cordon.runtime.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Unavailable;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KmsFieldCipherTest {
    private final LocalKms.Key key = LocalKms.secret();
    private final FieldCipher cipher = new KmsFieldCipher(AwsClients.kms(), key.arn());
    private final PersonId person = PersonId.random();
    private final Map<Field, String> fields =
            Map.of(Field.EMAIL, "ada@example.org", Field.GIVEN_NAME, "Zo\u00eb \ud83d\ude42", Field.FAMILY_NAME, "O'K");
    private final Sealed sealed = cipher.seal(person, fields);

    @Test
    void opensWhatItSealedWithOneCallEach() {
        assertThat(cipher.open(person, sealed)).isEqualTo(fields);
        assertThat(key.asked()).hasValue(2);
        assertThat(sealed.keyId()).isEqualTo(key.arn());
        assertThat(sealed.toString()).doesNotContain("ada", "O'K");
    }

    @Test
    void sealsEqualFieldsDifferently() {
        Sealed other = cipher.seal(person, fields);

        assertThat(other.itemKey()).isNotEqualTo(sealed.itemKey());
        assertThat(other.fields().get(Field.EMAIL)).isNotEqualTo(sealed.fields().get(Field.EMAIL));
    }

    @Test
    void opensForNobodyElse() {
        assertThatThrownBy(() -> cipher.open(PersonId.random(), sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void opensNoFieldAsAnother() {
        Map<Field, String> swapped = new HashMap<>(sealed.fields());
        swapped.put(Field.FAMILY_NAME, swapped.get(Field.GIVEN_NAME));

        assertThatThrownBy(() -> cipher.open(person, new Sealed(sealed.keyId(), sealed.itemKey(), swapped)))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void opensNoFieldOfAnotherItem() {
        Sealed other = cipher.seal(person, fields);

        assertThatThrownBy(() -> cipher.open(person, new Sealed(key.arn(), other.itemKey(), sealed.fields())))
                .isInstanceOf(BrokenSeal.class)
                .hasNoCause()
                .hasMessageNotContaining(person.value());
    }

    @Test
    void opensAsWhatItSealedOrNotAtAll() {
        byte[] bytes = Base64.getDecoder().decode(sealed.fields().get(Field.EMAIL));
        int opened = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] bent = bytes.clone();
            bent[i] ^= 1;
            Map<Field, String> changed = Map.of(Field.EMAIL, Base64.getEncoder().encodeToString(bent));
            try {
                assertThat(cipher.open(person, new Sealed(sealed.keyId(), sealed.itemKey(), changed)))
                        .containsEntry(Field.EMAIL, "ada@example.org");
                opened++;
            } catch (BrokenSeal e) {
                assertThat(e).hasNoCause();
            }
        }
        assertThat(opened).isLessThanOrEqualTo(4); // the number of the last frame, which the SDK counts itself
    }

    @Test
    void opensNoKeyThatIsNone() {
        for (String key : new String[] {"no Base64!", "AAAA", ""}) {
            assertThatThrownBy(() -> cipher.open(person, new Sealed(sealed.keyId(), key, sealed.fields())))
                    .isInstanceOfAny(BrokenSeal.class, Unavailable.class);
        }
    }

    @Test
    void opensItemsOfAnEarlierKey() {
        FieldCipher later =
                new KmsFieldCipher(AwsClients.kms(), LocalKms.secret().arn());

        assertThat(later.open(person, sealed)).isEqualTo(fields);
    }

    @Test
    void isUnavailableWhenKmsIs() {
        key.failing("KMSInternalException");

        assertThatThrownBy(() -> cipher.seal(person, fields)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> cipher.open(person, sealed)).isInstanceOf(Unavailable.class);
    }
}
