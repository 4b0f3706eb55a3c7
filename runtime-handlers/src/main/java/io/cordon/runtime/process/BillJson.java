package io.cordon.runtime.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.costs.Call;
import io.cordon.runtime.costs.Charge;
import io.cordon.runtime.costs.Usage;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.reading.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How an outcome says what its call came to: enough to settle the booking after a crash, at the price of then. */
final class BillJson {
    private static final JsonMapper JSON = new JsonMapper();

    private BillJson() {}

    static ObjectNode write(Bill bill) {
        ObjectNode call = JSON.createObjectNode()
                .put("id", bill.call().id())
                .put("at", bill.call().at().toString())
                .put("model", bill.call().model())
                .put("inputTokens", bill.usage().input())
                .put("outputTokens", bill.usage().output())
                .put("cacheReadTokens", bill.usage().cacheRead())
                .put("cacheWriteTokens", bill.usage().cacheWrite())
                .put("kind", bill.kind().name().toLowerCase(Locale.ROOT))
                .put("milliseconds", bill.milliseconds());
        bill.charge()
                .ifPresent(
                        charge -> call.put("totalMicroUsd", charge.microUsd()).put("priceBookVersion", charge.book()));
        return call;
    }

    static Bill read(JsonNode call, Job job) {
        return new Bill(
                new Call(text(call, "id"), Instant.parse(text(call, "at")), job.owner(), text(call, "model")),
                new Usage(
                        number(call, "inputTokens"),
                        number(call, "outputTokens"),
                        number(call, "cacheReadTokens"),
                        number(call, "cacheWriteTokens")),
                Kind.valueOf(text(call, "kind").toUpperCase(Locale.ROOT)),
                number(call, "milliseconds"),
                call.has("totalMicroUsd")
                        ? Optional.of(new Charge(number(call, "totalMicroUsd"), text(call, "priceBookVersion")))
                        : Optional.empty());
    }

    private static String text(JsonNode call, String name) {
        return call.required(name).textValue();
    }

    private static long number(JsonNode call, String name) {
        return call.required(name).longValue();
    }
}
