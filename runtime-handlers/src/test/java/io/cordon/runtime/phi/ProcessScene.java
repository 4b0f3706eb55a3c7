package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Clinic;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.Crash;
import io.cordon.runtime.local.Crash.Moment;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.Paper;
import io.cordon.runtime.local.TestContext;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The function that has documents read. */
final class ProcessScene implements Scene {
    private static final List<String> ENDINGS =
            List.of("ANSWERED", "DECLINED", "FAILED", "DONE_BEFORE", "NOT_WANTED", "NO_DOCUMENT", "BUSY", "UNFINISHED");
    private static final List<String> MISHAPS = List.of("PricesMissing", "CallsUnsettled", "ModelTurnedAway");
    private static final int TIME = 180_000;
    private static final int DENIED = 403;
    /** Of an item, in bytes; with what stands before it, a name of this length is too long. */
    private static final int LONGEST_KEY = 2_048;

    private final Clinic clinic = Clinic.open();
    private final BedrockServer.Model model = clinic.bedrock();
    private final Job process = clinic.function();
    private final Job atLast = pricedBy(clinic.model());

    @Override
    public Set<String> reaches() {
        Set<String> words = new TreeSet<>(Set.of("\"Cause\":\"GUARDRAIL\"", "\"Cause\":\"REFUSAL\""));
        MISHAPS.forEach(metric -> words.add("\"Name\":\"" + metric + "\""));
        ENDINGS.forEach(ending -> words.add("\"outcome\":\"" + ending + "\""));
        Stream.of(FailureCause.values()).forEach(cause -> words.add("\"Cause\":\"" + cause + "\""));
        return words;
    }

    @Override
    public void play(Person person, Evidence evidence) {
        Papers.of(person).forEach(made -> answered(made, person, evidence));
        replies(person, evidence);
        unfit(person, evidence);
        refusals(person, evidence);
        stores(person, evidence);
        wanderings(person, evidence);
        damage(person, evidence);
        strangeEvents(person, evidence);
        deliver(process, clinic.receives("Leukozyten 11,2"), Map.of(), evidence); // somebody else's, right after
    }

    private void answered(Papers.Made made, Person person, Evidence evidence) {
        String answer = Converse.answerWith("summary", "About " + person.name());
        model.answering(Converse.calling(answer));
        Paper paper = clinic.receives(made.type(), made.bytes());
        deliver(process, paper, told(person), evidence);
        deliver(process, paper, told(person), evidence);
    }

    /** What models say that is no answer. */
    private void replies(Person person, Evidence evidence) {
        String text = Converse.text(person.told());
        Stream.of(
                        Converse.saying(person.told()),
                        Converse.stopping("guardrail_intervened", text),
                        Converse.stopping("max_tokens", text),
                        Converse.stopping("tool_use", text),
                        Converse.calling(Converse.answerWith("kind", person.told())),
                        Converse.calling(Converse.answerWith(person.code(), person.told())))
                .forEach(reply -> {
                    model.answering(reply);
                    deliver(process, about(person), told(person), evidence);
                });
    }

    private void unfit(Person person, Evidence evidence) {
        byte[] text = person.told().getBytes(StandardCharsets.UTF_8);
        deliver(process, clinic.receives("image/png", text), told(person), evidence);
        deliver(process, clinic.receives("text/plain", "  ".getBytes(StandardCharsets.UTF_8)), told(person), evidence);
        deliver(process, Paper.announced("text/plain", 1).arriving(text), told(person), evidence);
    }

    /** How Bedrock says no. */
    private void refusals(Person person, Evidence evidence) {
        model.failing(1, 400, "ValidationException", person.told());
        deliver(process, about(person), told(person), evidence);
        model.failing(1, 429, "ThrottlingException", person.told());
        deliver(process, about(person), told(person), evidence);
        model.failing(2, DENIED, "AccessDeniedException", person.told());
        deliver(process, about(person), told(person), evidence);
        deliver(atLast, about(person), told(person), evidence);
        model.cuttingWithin();
        deliver(process, about(person), told(person), evidence);
        model.answering(person.told());
        deliver(process, about(person), told(person), evidence);
    }

    private void stores(Person person, Evidence evidence) {
        for (Manner manner : Manner.values()) {
            for (String service : List.of("DynamoDb", "S3", "BedrockRuntime")) {
                try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
                    Supplier<Job> making = clinic::function;
                    deliver(aws.inPlaceOf(List.of(service), making), about(person), told(person), evidence);
                }
            }
        }
    }

    /** Jobs that are cleared, taken, begun before, or without a document. */
    private void wanderings(Person person, Evidence evidence) {
        Paper cleared = about(person);
        cleared.clear();
        Bucket.put("outgoing/" + cleared.id() + "/result.json", person.told()); // by an invocation that came too late
        deliver(process, cleared, told(person), evidence);
        Paper gone = about(person);
        Bucket.delete("incoming/" + gone.id());
        deliver(process, gone, told(person), evidence);
        Paper crashed = about(person);
        evidence.invoke(() -> Crash.at(5, Moment.AFTER, () -> take(process, crashed, told(person), "first")));
        evidence.invoke(() -> take(process, crashed, told(person), "second"));
        evidence.invoke(() -> take(process, crashed, told(person), "first"));
    }

    /** An outcome and a price that are not what they were, and a table that refuses a question. */
    private void damage(Person person, Evidence evidence) {
        for (String call :
                List.of("[]", "{\"id\":\"1\",\"at\":" + TextNode.valueOf(person.told()) + "}", person.told())) {
            Paper paper = about(person);
            String key = "outgoing/" + paper.id() + "/result.json";
            String version = Bucket.put(key, "{\"schema\":1,\"call\":" + call + "}");
            deliver(process, paper, told(person), evidence);
            LocalAws.S3.deleteObject(
                    delete -> delete.bucket(LocalAws.BUCKET).key(key).versionId(version));
        }
        String damaged = "test.damaged-" + UUID.randomUUID();
        priced(damaged, "CURRENT", Map.of("priceBookVersion", AttributeValue.fromS("1")));
        priced(damaged, "BOOK#1", Map.of("priceBookVersion", AttributeValue.fromS(person.told())));
        deliver(pricedBy(damaged), about(person), told(person), evidence);
        LocalAws.DYNAMODB.deleteItem(delete -> delete.tableName(LocalAws.COSTS).key(price(damaged, "BOOK#1")));
        deliver(pricedBy("test.unpriced"), about(person), told(person), evidence);
        deliver(pricedBy("m".repeat(LONGEST_KEY)), about(person), told(person), evidence);
    }

    private Job pricedBy(String name) {
        return Job.named("process", Map.of("MODEL_PROFILE", model.id(), "MODEL", name, "TRIES", "1"));
    }

    private static Map<String, AttributeValue> price(String name, String sort) {
        return Map.of("PK", AttributeValue.fromS("PRICE#" + name), "SK", AttributeValue.fromS(sort));
    }

    private static void priced(String name, String sort, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(price(name, sort));
        item.putAll(attributes);
        LocalAws.DYNAMODB.putItem(put -> put.tableName(LocalAws.COSTS).item(item));
    }

    private void strangeEvents(Person person, Evidence evidence) {
        Paper paper = about(person);
        for (String field : List.of("id", "time", "source", "detail-type", "region")) {
            deliver(process, paper, Map.of(field, person.told()), evidence);
        }
        Map<String, Object> foreign = Paper.arrival("incoming/" + person.told(), person.code(), 1);
        deliver(process, paper, foreign, evidence);
        deliver(process, paper, Map.of("detail", person.told()), evidence);
    }

    private Paper about(Person person) {
        return clinic.receives("About " + person.name() + ": " + person.record());
    }

    /** Fields that an event can have beside those that it must have. */
    private static Map<String, Object> told(Person person) {
        return Map.of("patient", person.told(), "account", person.mail(), "resources", person.words());
    }

    private static void deliver(Job function, Paper paper, Map<String, Object> told, Evidence evidence) {
        evidence.invoke(() -> take(function, paper, told, "request-1"));
    }

    @SuppressWarnings("unchecked")
    private static void take(Job function, Paper paper, Map<String, Object> told, String request) {
        Map<String, Object> event = new HashMap<>(paper.arrival());
        Map<String, Object> detail = new HashMap<>((Map<String, Object>) event.get("detail"));
        detail.put("requester", told.toString());
        detail.put("source-ip-address", told.toString());
        event.put("detail", detail);
        event.putAll(told);
        function.take(event, new TestContext(TIME, request));
    }
}
