package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalKms;
import io.cordon.runtime.platform.AwsClients;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;

class KmsPublicKeysTest {
    @BeforeAll
    static void start() {
        LocalKms.start();
    }

    @Test
    void readsThePublicHalfOfAKey() {
        LocalKms.Key key = LocalKms.key();

        assertThat(keys().find(key.arn()))
                .get()
                .satisfies(found -> assertThat(found.getEncoded())
                        .isEqualTo(key.pair().getPublic().getEncoded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DisabledException", "KMSInvalidStateException", "NotFoundException"})
    void findsNothingWhereTheKeyWasTakenOutOfUse(String error) {
        assertThat(keys().find(LocalKms.key().failing(error).arn())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException",
                "ThrottlingException",
                "KMSInternalException",
                "DependencyTimeoutException",
                "KeyUnavailableException",
                "UnrecognizedClientException"
            })
    void doesNotKnowWhenKmsDoesNotSay(String error) {
        LocalKms.Key key = LocalKms.key().failing(error);

        assertThatThrownBy(() -> keys().find(key.arn()))
                .isInstanceOf(Outage.class)
                .hasNoCause()
                .hasMessage("Kms " + error)
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void waitsForASlowAnswerNoLongerThanTold() {
        KmsClient impatient = KmsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(limits -> limits.apiCallTimeout(Duration.ofMillis(300)))
                .build();
        LocalKms.Key key = LocalKms.key().slow();

        assertThatThrownBy(() -> new KmsPublicKeys(impatient).find(key.arn()))
                .isInstanceOf(Outage.class)
                .hasMessageStartingWith("Kms ApiCallTimeoutException");
    }

    @Test
    void takesNoKeyOfAnotherCurve() {
        assertThatThrownBy(() ->
                        keys().find(LocalKms.key("secp384r1", "ECC_NIST_P384").arn()))
                .isInstanceOf(Outage.class)
                .hasMessage("Kms key is not for ES256");
    }

    @Test
    void takesNoKeyThatIsNotForSignatures() {
        assertThatThrownBy(() -> keys().find(LocalKms.key()
                        .saying("KeyUsage", "KEY_AGREEMENT")
                        .arn()))
                .hasMessage("Kms key is not for ES256");
    }

    @Test
    void takesNoMalformedKey() {
        assertThatThrownBy(() ->
                        keys().find(LocalKms.key().saying("PublicKey", "AAAA").arn()))
                .isInstanceOf(Outage.class)
                .hasMessage("Kms public key is malformed");
    }

    private static PublicKeys keys() {
        return new KmsPublicKeys(AwsClients.kms());
    }
}
