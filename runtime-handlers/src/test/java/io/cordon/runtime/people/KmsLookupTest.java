package io.cordon.runtime.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.platform.AwsClients;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

class KmsLookupTest {
    private final LocalKms.Key key = LocalKms.secret();
    private final LocalKms.Key old = LocalKms.secret();
    private final Lookup lookup = KmsLookup.of(AwsClients.kms(), List.of(key.arn(), old.arn()), List.of("2", "1"));

    @Test
    void marksWithEveryKeyTheCurrentOneFirst() {
        List<Mark> marks = lookup.external("google", "117");

        assertThat(marks).extracting(Mark::version).containsExactly("v2", "v1");
        assertThat(marks.get(0).text()).matches("v2#[A-Za-z0-9_-]{43}");
        assertThat(marks.get(0).hmac()).isNotEqualTo(marks.get(1).hmac());
        assertThat(lookup.external("google", "117")).isEqualTo(marks);
    }

    @Test
    void marksAnAddressTrimmedAndInLowerCase() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key.secret().orElseThrow());
        byte[] expected = mac.doFinal("ada@example.org".getBytes(StandardCharsets.UTF_8));

        Mark mark = lookup.email(" ADA@Example.org\n");

        assertThat(mark)
                .isEqualTo(
                        new Mark("v2", Base64.getUrlEncoder().withoutPadding().encodeToString(expected)));
    }

    @Test
    void marksTheSameSubjectOfTwoProvidersDifferently() {
        assertThat(lookup.external("google", "117")).doesNotContainAnyElementsOf(lookup.external("apple", "117"));
        assertThat(lookup.external("google", "117")).doesNotContain(lookup.email("117"));
    }
}
