package io.cordon.runtime.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.StandardOut;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final Lambda status = Lambda.status();
    private final String caller = Event.somebody();

    @Test
    void isOneLineOfTheseFieldsAndNoOther() throws Exception {
        List<String> lines = StandardOut.linesOf(() -> status.answer(Event.status(caller, "a".repeat(32))));

        assertThat(lines).hasSize(1);
        JsonNode line = new JsonMapper().readTree(lines.get(0));
        assertThat(line.fieldNames())
                .toIterable()
                .isSubsetOf(
                        "level",
                        "message",
                        "timestamp",
                        "function_request_id",
                        "function",
                        "status",
                        "durationMs",
                        "correlationId");
        assertThat(line.get("function").textValue()).isEqualTo("status");
        assertThat(line.get("status").intValue()).isEqualTo(404);
        assertThat(line.get("correlationId").textValue()).isEqualTo("gateway-request-1");
        assertThat(line.get("function_request_id").textValue()).isEqualTo("invocation-1");
    }

    @Test
    void holdsNothingOfCallerJobOrBody() {
        Lambda upload = Lambda.upload();
        List<Answer> answers = new ArrayList<>();
        List<String> lines = StandardOut.linesOf(() -> {
            answers.add(upload.answer(Event.upload(caller).header("Idempotency-Key", "SECRET")));
            upload.answer(Event.upload(caller, "{\"SECRET\":1}"));
        });

        assertThat(String.join("\n", lines))
                .doesNotContain(caller)
                .doesNotContain(answers.get(0).jobId())
                .doesNotContain("SECRET")
                .doesNotContain("application/pdf");
    }

    @Test
    void findsEveryRequestAboutAJobByTheOneThatOpenedIt() {
        List<String> lines = StandardOut.linesOf(() -> {
            Event upload = Event.upload(caller).header("Idempotency-Key", "k").request("opened-it");
            String job = Lambda.upload().answer(upload).jobId();
            Lambda.upload().answer(Event.upload(caller).header("Idempotency-Key", "k"));
            status.answer(Event.status(caller, job).request("asked"));
            Lambda.result().answer(Event.result(caller, job));
            Lambda.cleanup().answer(Event.cleanup(caller, job));
            Lambda.cleanup().answer(Event.cleanup(caller, job));
        });

        assertThat(lines.stream().filter(line -> line.contains("\"message\":\"request\"")))
                .hasSize(6)
                .allMatch(line -> line.contains("\"job\":\"opened-it\""))
                .anyMatch(line -> line.contains("\"correlationId\":\"asked\""));
    }

    @Test
    void tiesNobodyElsesRequestToAJob() {
        String job = Lambda.upload().answer(Event.upload(caller)).jobId();

        assertThat(StandardOut.linesOf(() -> status.answer(Event.status(Event.somebody(), job))))
                .singleElement()
                .asString()
                .doesNotContain("\"job\"");
    }

    @Test
    void leavesOutWhatIsNoId() {
        assertThat(StandardOut.linesOf(() -> status.answer(Event.nothing().request("SECRET of Jane"))))
                .singleElement()
                .asString()
                .contains("\"correlationId\":\"\"")
                .doesNotContain("SECRET");
    }

    @Test
    void leavesOutWordsOfATraceHeader() {
        assertThat(lineOfTrace("a=SECRET;Root=1-5759e988-bd862e3fe1be46a994272793"))
                .doesNotContain("SECRET");
        assertThat(lineOfTrace("Root=SECRET;Sampled=1")).doesNotContain("SECRET");
    }

    private String lineOfTrace(String header) {
        System.setProperty("com.amazonaws.xray.traceHeader", header); // where Lambda puts it
        try {
            return String.join("\n", StandardOut.linesOf(() -> status.answer(Event.nothing())));
        } finally {
            System.clearProperty("com.amazonaws.xray.traceHeader");
        }
    }
}
