package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Gateway;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    void theSchemeMayBeInAnyLetters(String scheme) {
        assertThat(BearerToken.of(Gateway.request(scheme + " a.b.c"))).isEqualTo("a.b.c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "a.b.c",
                "Basic a.b.c",
                "Bearera.b.c",
                "Bearer  a.b.c",
                "Bearer\ta.b.c",
                " Bearer a.b.c",
                "Bearer a.b.c ",
                "Bearer a.b.c\n",
                "Bearer a.b.c, Bearer a.b.c",
                "Bearer a.b.c=",
                "Bearer a+b/c",
                "Bearer \u00e9",
                "null"
            })
    void anythingElseIsRefused(String header) {
        assertRefused(Gateway.request(header));
    }

    @Test
    void nobodySendsNone() {
        assertRefused(Gateway.request());
    }

    @Test
    void nobodySendsTwo() {
        assertRefused(Gateway.request("Bearer a.b.c", "Bearer a.b.c"));

        ObjectNode event = Gateway.request("Bearer a.b.c");
        event.withObject("/multiValueHeaders").putArray("authorization").add("Bearer a.b.c");
        assertRefused(event);
    }

    @Test
    void theNameMayBeInAnyLetters() {
        ObjectNode event = Gateway.request();
        event.withObject("/multiValueHeaders").putArray("aUTHORIZATION").add("Bearer a.b.c");

        assertThat(BearerToken.of(event)).isEqualTo("a.b.c");
    }

    @Test
    void theSingleHeaderIsReadWhereThereIsNoOther() {
        ObjectNode event = Gateway.request("Bearer a.b.c");
        event.remove("multiValueHeaders");

        assertThat(BearerToken.of(event)).isEqualTo("a.b.c");
        assertRefused(event.putNull("headers"));
    }

    @Test
    void aTokenInTheQueryIsNone() {
        ObjectNode event = Gateway.request();
        event.putObject("queryStringParameters").put("Authorization", "Bearer a.b.c");

        assertRefused(event);
    }

    @Test
    void eightKilobytesAreTheMost() {
        String longest = "a".repeat(8192);

        assertThat(BearerToken.of(Gateway.request("Bearer " + longest))).isEqualTo(longest);
        assertRefused(Gateway.request("Bearer " + longest + "a"));
    }

    @Property(tries = 500)
    void anyTextIsATokenOrRefused(@ForAll String text) {
        ObjectNode event = Gateway.request("Bearer " + text);
        if (text.matches("[A-Za-z0-9_.-]{1,8192}")) {
            assertThat(BearerToken.of(event)).isEqualTo(text);
        } else {
            assertRefused(event);
        }
    }

    @Property(tries = 200)
    void valuesThatAreNoTextAreRefused(@ForAll int number) {
        Object value = Arbitraries.of(number, true).sample();
        ObjectNode event = Gateway.request();
        event.withObject("/multiValueHeaders").putPOJO("Authorization", value);

        assertRefused(event);
    }

    private static void assertRefused(ObjectNode event) {
        assertThatThrownBy(() -> BearerToken.of(event))
                .isInstanceOf(Refused.class)
                .hasMessage("Unauthorized");
    }
}
