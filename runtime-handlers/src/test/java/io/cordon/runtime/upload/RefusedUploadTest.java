package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedUploadTest {
    private static final String GOOD = "{\"contentType\":\"image/png\",\"contentLength\":9}";
    private static final Lambda UPLOAD = Lambda.upload();

    private final String caller = Event.somebody();

    static Stream<Arguments> wrongBodies() {
        return Stream.of(
                arguments("", 400, "body"),
                arguments("SECRET", 400, "body"),
                arguments("[\"SECRET\"]", 400, "body"),
                arguments("null", 400, "body"),
                arguments(GOOD + "SECRET", 400, "body"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":9,\"contentLength\":10}", 400, "body"),
                arguments("[".repeat(2000) + "]".repeat(2000), 400, "body"),
                arguments("{\"a\":".repeat(9) + "1" + "}".repeat(9), 400, "body"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":9,\"SECRET\":1}", 400, "body"),
                arguments("{\"contentLength\":9}", 400, "contentType"),
                arguments("{\"contentType\":7,\"contentLength\":9}", 400, "contentType"),
                arguments("{\"contentType\":\"image/png\"}", 400, "contentLength"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":\"9\"}", 400, "contentLength"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":9.5}", 400, "contentLength"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":1e3}", 400, "contentLength"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":0}", 400, "contentLength"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":-1}", 400, "contentLength"),
                arguments("{\"contentType\":\"SECRET\",\"contentLength\":9}", 415, "contentType"),
                arguments("{\"contentType\":\"SECRET\\ud800\",\"contentLength\":9}", 415, "contentType"),
                arguments("{\"contentType\":\"image/png\",\"contentLength\":3750001}", 413, "contentLength"),
                arguments("{\"contentType\":\"image/jpeg\",\"contentLength\":3750001}", 413, "contentLength"),
                arguments("{\"contentType\":\"application/pdf\",\"contentLength\":4500001}", 413, "contentLength"),
                arguments("{\"contentType\":\"text/plain\",\"contentLength\":4500001}", 413, "contentLength"),
                arguments(
                        "{\"contentType\":\"image/png\",\"contentLength\":99999999999999999999}",
                        413,
                        "contentLength"));
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void namesTheFieldAndNeverTheValue(String body, int status, String field) {
        Answer answer = UPLOAD.answer(Event.upload(caller, body));

        assertRefused(answer, status);
        assertThat(answer.body().at("/errors/0/field").textValue()).isEqualTo(field);
        assertThat(answer.text()).doesNotContain("SECRET");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Answer answer = UPLOAD.answer(Event.upload(caller, "{\"contentType\":\"x/y\",\"contentLength\":0,\"z\":1}"));

        assertRefused(answer, 400);
        assertThat(answer.body().get("errors").findValuesAsText("field"))
                .containsExactly("body", "contentLength", "contentType");
    }

    @Test
    void takesAsManyBytesAsTheModelDoes() {
        String photo = "{\"contentType\":\"image/jpeg\",\"contentLength\":3750000}";

        assertThat(UPLOAD.answer(Event.upload(caller, photo)).status()).isEqualTo(202);
    }

    @Test
    void refusesACallerWhoIsNotSignedIn() {
        assertRefused(UPLOAD.answer(Event.upload(caller).byNobody()), 401);
        assertRefused(UPLOAD.answer(Event.upload(caller).by(" ", "documents:write")), 401);
        assertRefused(UPLOAD.answer(Event.upload(caller).by("s".repeat(257), "documents:write")), 401);
    }

    @Test
    void refusesACallerWithoutTheScope() {
        assertRefused(UPLOAD.answer(Event.upload(caller).by(caller, "documents:read documents:writer")), 403);
        assertRefused(UPLOAD.answer(Event.upload(caller).by(caller, "")), 403);
    }

    @Test
    void refusesABodyThatIsNotSaidToBeJson() {
        assertRefused(UPLOAD.answer(Event.upload(caller).without("Content-Type")), 415);
        assertRefused(UPLOAD.answer(contentType("text/plain")), 415);
        assertRefused(UPLOAD.answer(contentType("application/json; charset=utf-16")), 415);
        assertThat(UPLOAD.answer(contentType("Application/JSON; charset=UTF-8")).status())
                .isEqualTo(202);
    }

    @Test
    void refusesAnIllFormedKey() {
        for (String key : new String[] {"", "two words", "k".repeat(129), "clé"}) {
            assertRefused(UPLOAD.answer(Event.upload(caller).header("Idempotency-Key", key)), 400);
        }
        assertRefused(
                UPLOAD.answer(
                        Event.upload(caller).header("Idempotency-Key", "a").header("Idempotency-Key", "b")),
                400);
    }

    @Test
    void refusesABodyAbove4Kilobytes() {
        assertRefused(UPLOAD.answer(Event.upload(caller, GOOD + " ".repeat(4097))), 413);
        assertRefused(UPLOAD.answer(Event.upload(caller).base64(base64(GOOD + " ".repeat(4097)))), 413);
    }

    @Test
    void readsABodyThatTheGatewayHasEncoded() {
        assertRefused(UPLOAD.answer(Event.upload(caller).base64("not Base64!")), 400);
        assertRefused(UPLOAD.answer(Event.upload(caller).base64("/////w==")), 400);
        assertThat(UPLOAD.answer(Event.upload(caller).base64(base64(GOOD))).status())
                .isEqualTo(202);
    }

    private Event contentType(String value) {
        return Event.upload(caller).without("Content-Type").header("Content-Type", value);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("status").intValue()).isEqualTo(status);
        assertThat(answer.body().fieldNames()).toIterable().contains("type", "title", "status", "detail");
        assertThat(Items.jobsOf(caller)).isEmpty();
        assertThat(Items.countOf(caller)).isZero();
    }
}
