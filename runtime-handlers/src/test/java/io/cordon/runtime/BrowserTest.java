package io.cordon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.SignIns;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser lets a page read of the functions' replies, whatever they say. */
class BrowserTest {
    private static final Lambda UPLOAD = Lambda.upload();
    private static final Lambda STATUS = Lambda.status();

    private final String caller = Event.somebody();

    @Test
    void letsAPageReadEveryReplyOfUpload() {
        Lambda full = Lambda.named("upload", Map.of("UPLOADS_PER_HOUR", "1"));

        assertReadable(full.answer(paged(Event.upload(caller))), 202);
        assertReadable(full.answer(paged(Event.upload(caller))), 429);
        assertReadable(UPLOAD.answer(paged(Event.upload(caller, "no JSON"))), 400);
        assertReadable(UPLOAD.answer(paged(Event.upload(caller).byNobody())), 401);
        assertReadable(UPLOAD.answer(paged(Event.upload(caller).by(caller, ""))), 403);
        assertReadable(UPLOAD.answer(paged(Event.upload(caller).without("Content-Type"))), 415);
    }

    @Test
    void letsAPageReadEveryReplyOfStatus() {
        String job = UPLOAD.answer(Event.upload(caller)).jobId();

        assertReadable(STATUS.answer(paged(Event.status(caller, job))), 200);
        assertReadable(STATUS.answer(paged(Event.status(caller, "a"))), 404);
        assertReadable(STATUS.answer(paged(Event.status(caller, job).byNobody())), 401);
        assertReadable(STATUS.answer(paged(Event.status(caller, job).by(caller, ""))), 403);
    }

    @Test
    void letsAPageReadEveryReplyOfResultAndCleanup() {
        String job = UPLOAD.answer(Event.upload(caller)).jobId();

        assertReadable(Lambda.result().answer(paged(Event.result(caller, job))), 409);
        assertReadable(Lambda.result().answer(paged(Event.result(caller, "a"))), 404);
        assertReadable(Lambda.cleanup().answer(paged(Event.cleanup(caller, job))), 204);
        assertReadable(Lambda.cleanup().answer(paged(Event.cleanup(caller, "a"))), 404);
    }

    @Test
    void letsAPageReadEveryReplyOfAuth() {
        assertReadable(SignIns.auth().answer(paged(Event.auth("refresh", "{}"))), 400);
        assertReadable(SignIns.auth().answer(paged(SignIns.refresh("none"))), 401);
    }

    @Test
    void namesTheHeadersThatAPageMustRead() {
        Lambda full = Lambda.named("upload", Map.of("UPLOADS_PER_HOUR", "1"));
        Answer opened = full.answer(paged(Event.upload(caller)));
        Answer refused = full.answer(paged(Event.upload(caller)));

        assertThat(opened.header("Location")).isNotEmpty();
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(opened.header("Access-Control-Expose-Headers")).contains("Location", "Retry-After");
    }

    @Test
    void saysNothingOfOriginsToOthersButServesThem() {
        Answer app = UPLOAD.answer(Event.upload(caller));
        Answer stranger = UPLOAD.answer(Event.upload(caller).header("Origin", Event.PAGE + ".evil.example"));
        Answer twice = UPLOAD.answer(paged(paged(Event.upload(caller))));

        assertSilent(app, 202);
        assertSilent(stranger, 202);
        assertSilent(twice, 202);
        assertSilent(STATUS.answer(Event.status(caller, "a").header("Origin", "null")), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "status", "result", "cleanup"})
    void startsWithoutAnyOriginAndLetsNoPageRead(String function) {
        Lambda closed = Lambda.named(function, Map.of("ALLOWED_ORIGINS", ""));

        assertSilent(closed.answer(paged(Event.upload(caller).byNobody())), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "upload", "status", "result", "cleanup"})
    void doesNotStartWithAListThatIsIllFormed(String function) {
        for (String list : new String[] {" ", ",", "*", Event.PAGE + ",", Event.PAGE + ", https://b.example"}) {
            assertThatThrownBy(() -> Lambda.named(function, Map.of("ALLOWED_ORIGINS", list)))
                    .as(list)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .rootCause()
                    .hasMessageStartingWith("ALLOWED_ORIGINS: entry ");
        }
        assertThatCode(() -> Lambda.named(function, Map.of("ALLOWED_ORIGINS", Event.PAGE + "," + Event.PAGE)))
                .doesNotThrowAnyException();
    }

    private static Event paged(Event event) {
        return event.header("origin", Event.PAGE);
    }

    private static void assertReadable(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Event.PAGE);
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.headers().has("Access-Control-Allow-Credentials")).isFalse();
    }

    private static void assertSilent(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.headers().toString()).doesNotContain("Access-Control");
    }
}
