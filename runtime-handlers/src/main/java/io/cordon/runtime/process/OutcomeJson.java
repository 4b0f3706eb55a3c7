package io.cordon.runtime.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.reading.Kind;
import io.cordon.runtime.reading.Reading;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * How outcomes are written. {@code call} is for us; the owner gets {@code answer}, or a sentence about {@code cause},
 * which holds nothing of the document.
 */
final class OutcomeJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CALL = "call";

    private OutcomeJson() {}

    static byte[] write(Outcome outcome) {
        ObjectNode json = JSON.createObjectNode().put("schema", 1);
        outcome.bill().map(BillJson::write).ifPresent(call -> json.set(CALL, call));
        if (outcome instanceof Outcome.Answered answered) {
            json.set("answer", answer(answered.reading()));
        } else if (outcome instanceof Outcome.Declined declined) {
            json.set("answer", answer(declined.reading()));
        } else {
            json.put("cause", ((Outcome.Failed) outcome).cause().name());
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Outcomes hold only text, numbers, lists and maps", e);
        }
    }

    /** The bill that an outcome holds, if any. */
    static Optional<Bill> bill(byte[] json, Job job) {
        try {
            JsonNode call = JSON.readTree(json).path(CALL);
            return call.isMissingNode() ? Optional.empty() : Optional.of(BillJson.read(call, job));
        } catch (IOException notOurs) {
            return Optional.empty(); // not what we wrote: it must not keep anybody from discarding it
        }
    }

    /** Whatever the model says of outcome, kind or prompt, ours counts. */
    private static ObjectNode answer(Reading.Answered reading) {
        ObjectNode answer = reading.answer().deepCopy();
        return mark(answer, "answered", reading.kind(), reading.prompt());
    }

    private static ObjectNode answer(Reading.Declined reading) {
        String outcome = switch (reading.reason()) {
            case GUARDRAIL -> "blocked";
            case REFUSAL -> "refused";
        };
        return mark(JSON.createObjectNode(), outcome, Kind.UNKNOWN, reading.prompt());
    }

    private static ObjectNode mark(ObjectNode answer, String outcome, Kind kind, String prompt) {
        return answer.put("outcome", outcome)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("promptVersion", prompt);
    }
}
