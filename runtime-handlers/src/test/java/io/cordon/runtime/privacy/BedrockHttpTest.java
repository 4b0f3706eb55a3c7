package io.cordon.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.BedrockSettingsServer;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.platform.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;

class BedrockHttpTest {
    private static final String PROPERTY = "aws.endpointUrlBedrock";

    @BeforeEach
    void reset() {
        LocalAws.start();
        LocalAws.BEDROCK.reset();
    }

    @Test
    void findsBedrockInTheRegionOfItsClient() {
        String before = System.clearProperty(PROPERTY);
        try {
            assertThat(new BedrockHttp(AwsClients.bedrock()).endpoint())
                    .hasToString("https://bedrock.eu-west-1.amazonaws.com");
        } finally {
            System.setProperty(PROPERTY, before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PROPERTY, "aws.endpointUrl"})
    void goesWhereTheStandardSettingsSay(String setting) {
        String before = System.clearProperty(PROPERTY);
        System.setProperty(setting, LocalAws.BEDROCK.url());
        try {
            assertThat(new BedrockHttp(AwsClients.bedrock()).endpoint()).hasToString(LocalAws.BEDROCK.url());
        } finally {
            System.clearProperty(setting);
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void signsWithAndWithoutABody() {
        BedrockHttp bedrock = new BedrockHttp(AwsClients.bedrock());

        assertThat(bedrock.send(SdkHttpMethod.PUT, "/data-retention", "{\"mode\":\"none\"}")
                        .status())
                .isEqualTo(200);
        assertThat(bedrock.send(SdkHttpMethod.GET, "/data-retention", "")
                        .body()
                        .path("mode")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void isTurnedAwayWithAnotherKey() {
        String before = System.setProperty("aws.secretAccessKey", "another");
        try {
            assertThat(new BedrockHttp(AwsClients.bedrock()).send(SdkHttpMethod.GET, "/data-retention", ""))
                    .extracting(BedrockHttp.Answer::status, BedrockHttp.Answer::error)
                    .containsExactly(403, "InvalidSignatureException");
        } finally {
            System.setProperty("aws.secretAccessKey", before);
        }
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        LocalAws.BEDROCK.slow(Duration.ofSeconds(5));
        BedrockHttp bedrock =
                new BedrockHttp(AwsClients.bedrock(), AwsClients.http(Duration.ofSeconds(1), Duration.ofMillis(200)));

        assertThatThrownBy(() -> bedrock.send(SdkHttpMethod.GET, "/data-retention", ""))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Bedrock SocketTimeoutException")
                .hasNoCause();
    }

    @Test
    void keepsOfAnErrorItsNameAlone() {
        LocalAws.BEDROCK.fail("GET", 1, 400, "com.amazon.coral#ValidationException: SECRET");

        assertThat(new BedrockHttp(AwsClients.bedrock())
                        .send(SdkHttpMethod.GET, BedrockSettingsServer.RETENTION, "")
                        .error())
                .isEqualTo("ValidationException");
    }
}
