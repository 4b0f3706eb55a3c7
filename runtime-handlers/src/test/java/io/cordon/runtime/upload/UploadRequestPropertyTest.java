package io.cordon.runtime.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.http.Origins;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.upload.Admission.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class UploadRequestPropertyTest {
    private final Lambda upload = Lambda.running(
            "upload",
            new UploadHandler(
                    "upload",
                    Origins.of(List.of()),
                    new Upload(
                            new Admitting(),
                            (id, document) -> new Invitation("https://s3.invalid", Map.of(), Instant.EPOCH),
                            (metric, value, parts) -> {},
                            Clock.systemUTC(),
                            5_000_000)));

    @Property(tries = 300)
    void answersAnyTextWithAClientErrorOrAJob(@ForAll @StringLength(max = 5000) String body) {
        assertThat(upload.answer(Event.upload("s", body)).status()).isIn(400, 413);
    }

    @Property(tries = 300)
    void neverEchoesWhatWasSent(@ForAll("markedJson") String body) {
        Answer answer = upload.answer(Event.upload("s", body));

        assertThat(answer.status()).isBetween(400, 415);
        assertThat(answer.text()).doesNotContain("MARK");
    }

    @Property(tries = 200)
    void takesAnyIdempotencyKeyOrRefusesIt(@ForAll String key) {
        Answer answer = upload.answer(Event.upload("s").header("Idempotency-Key", key));

        boolean visible = key.matches("[!-~]{1,128}");
        assertThat(answer.status()).isEqualTo(visible ? 202 : 400);
    }

    @Provide
    Arbitrary<String> markedJson() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20).map(any -> quoted("MARK" + any));
        Arbitrary<String> scalar = Arbitraries.oneOf(
                text,
                Arbitraries.longs().map(Object::toString),
                Arbitraries.doubles().map(Object::toString),
                Arbitraries.of("null", "true", "[]", "{}", "[[[\"MARK\"]]]", "\"\\ud800\""));
        Arbitrary<String> name = Arbitraries.oneOf(Arbitraries.of("\"contentType\"", "\"contentLength\""), text);
        return Combinators.combine(name, scalar, text, scalar)
                .as((n1, v1, n2, v2) -> "{" + n1 + ":" + v1 + "," + n2 + ":" + v2 + "}");
    }

    private static String quoted(String text) {
        return new JsonMapper().getNodeFactory().textNode(text).toString();
    }

    private static final class Admitting implements Intake {
        @Override
        public Admission open(Job job, Optional<RequestKey> key) {
            return new Admission(Verdict.OPENED, job);
        }

        @Override
        public void extend(JobId id, Instant uploadUntil) {}
    }
}
