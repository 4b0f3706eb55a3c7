package io.cordon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final String APP = "https://app.example.com";
    private static final String DESK = "http://localhost:3000";
    private static final Map<String, String> NOTHING = Map.of("Vary", "Origin");

    private final Origins origins = Origins.of(List.of(APP, DESK, "https://a-b.example:8443"));

    @Test
    void namesTheOriginThatAsksAndWhatItsPageMayRead() {
        assertThat(origins.headers(sent(Map.of("Origin", APP))))
                .isEqualTo(Map.of(
                        "Vary", "Origin",
                        "Access-Control-Allow-Origin", APP,
                        "Access-Control-Expose-Headers", "Location, Retry-After, x-amzn-RequestId"));
        assertThat(origins.headers(sent(Map.of("Origin", DESK)))).containsEntry("Access-Control-Allow-Origin", DESK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin", "ORIGIN", "oRiGiN"})
    void readsTheNameOfTheHeaderInAnyCase(String name) {
        assertThat(origins.headers(sent(Map.of(name, APP)))).containsEntry("Access-Control-Allow-Origin", APP);
        assertThat(origins.headers(several(Map.of(name, List.of(APP)))))
                .containsEntry("Access-Control-Allow-Origin", APP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "null",
                "https://",
                "https://app.example.co",
                "https://app.example.com.evil.example",
                "https://evil.example/https://app.example.com",
                "https://app.example.com@evil.example",
                "https://app.example.com:443",
                "https://app.example.com/",
                "https://app.example.com?",
                "https://app.example.com#",
                "https://app.example.com.",
                "https://appxexample.com",
                "https://evilapp.example.com",
                "https://x.app.example.com",
                "https://APP.example.com",
                "HTTPS://app.example.com",
                "http://app.example.com",
                "app.example.com",
                " https://app.example.com",
                "https://app.example.com ",
                "https://app.example.com\n",
                "https://app.example.com\r\nSet-Cookie: a=b",
                "https://app.example.com\u0000",
                "https://app.example.com,http://localhost:3000",
                "https://app.example.com https://app.example.com",
                "https://\u0430pp.example.com",
                "http://localhost",
                "http://localhost:30000",
                "http://127.0.0.1:3000"
            })
    void tellsNothingToAnyOther(String origin) {
        assertThat(origins.headers(sent(Map.of("Origin", origin)))).isEqualTo(NOTHING);
        assertThat(origins.headers(several(Map.of("Origin", List.of(origin))))).isEqualTo(NOTHING);
    }

    @Test
    void tellsNothingToWhoSendsTheHeaderTwice() {
        assertThat(origins.headers(several(Map.of("Origin", List.of(APP, APP)))))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(several(Map.of("Origin", List.of(APP, "null")))))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(several(Map.of("Origin", List.of(APP), "origin", List.of(DESK)))))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(sent(Map.of("Origin", APP, "ORIGIN", APP)))).isEqualTo(NOTHING);
    }

    @Test
    void tellsNothingToWhoSendsNoOrigin() {
        assertThat(origins.headers(new Request(new APIGatewayProxyRequestEvent())))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(sent(Map.of("Referer", APP, "X-Origin", APP))))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(sent(Collections.singletonMap("Origin", null))))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(several(Collections.singletonMap("Origin", null))))
                .isEqualTo(NOTHING);
        assertThat(origins.headers(several(Map.of("Origin", Arrays.asList((String) null)))))
                .isEqualTo(NOTHING);
    }

    @Test
    void tellsNothingToAnybodyWhenNoneIsAllowed() {
        for (String origin : List.of(APP, DESK, "", "null", "*")) {
            assertThat(Origins.of(List.of()).headers(sent(Map.of("Origin", origin))))
                    .isEqualTo(NOTHING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "null",
                "https://*.example.com",
                "https://app.example.com/",
                "https://App.example.com",
                " https://app.example.com",
                "https://app.example.com ",
                "https://app.example.com\n",
                "app.example.com",
                "http://app.example.com",
                "http://localhost",
                "https://app.example.com:0",
                "https://app..example.com",
                "https://-app.example.com",
                "https://a@app.example.com",
                "https://app.example.com;https://b.example"
            })
    void stopsTheFunctionOverAnEntryThatIsNoOrigin(String entry) {
        assertThatThrownBy(() -> Origins.of(List.of(APP, entry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ALLOWED_ORIGINS: entry 2 is not an origin in lower case,"
                        + " such as https://app.example.com or http://localhost:3000");
    }

    private static Request sent(Map<String, String> headers) {
        return new Request(new APIGatewayProxyRequestEvent().withHeaders(headers));
    }

    private static Request several(Map<String, List<String>> headers) {
        return new Request(new APIGatewayProxyRequestEvent().withMultiValueHeaders(headers));
    }
}
