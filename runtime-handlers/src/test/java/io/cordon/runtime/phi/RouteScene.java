package io.cordon.runtime.phi;

import io.cordon.runtime.WrongRequests;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A function that answers requests about a job. */
final class RouteScene implements Scene {
    private final String function;
    private final BiFunction<String, String, Event> asking;
    private final Set<String> reaches;
    private final Lambda lambda;

    /** This function, asked so by a caller about a job; it can answer by these statuses. */
    RouteScene(String function, BiFunction<String, String, Event> asking, int... statuses) {
        this.function = function;
        this.asking = asking;
        this.reaches = Scene.statuses(statuses);
        this.lambda = Lambda.named(function, Map.of());
    }

    @Override
    public Set<String> reaches() {
        return reaches;
    }

    @Override
    public void play(Person person, Evidence evidence) {
        WrongRequests.TABLES.get(function).get().forEach(row -> ask(lambda, Requests.wrong(row, person), evidence));
        String me = Event.somebody();
        String job = Lambda.upload().answer(Event.upload(me)).jobId();
        ask(lambda, telling(me, job, person), evidence);
        late(me, person, evidence);
        damaged(me, person, evidence);
        for (Manner manner : Manner.values()) {
            failing(manner, List.of("DynamoDb"), telling(me, job, person), person, evidence);
            failing(manner, List.of("S3"), telling(me, job, person), person, evidence);
        }
        answered(me, job, person, evidence);
        ask(lambda, asking.apply(Event.somebody(), job), evidence); // somebody else's, right after
    }

    private Event telling(String caller, String job, Person person) {
        return Requests.telling(asking.apply(caller, job), person);
    }

    private static void ask(Lambda function, Event event, Evidence evidence) {
        evidence.invoke(() -> evidence.reply(function.answer(event)));
    }

    private void failing(Manner manner, List<String> services, Event event, Person person, Evidence evidence) {
        try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
            Lambda failing = aws.inPlaceOf(services, () -> Lambda.named(function, Map.of()));
            ask(failing, event, evidence);
        }
    }

    /** A document and what was found in it, all of it about the person. */
    private void answered(String me, String job, Person person, Evidence evidence) {
        Bucket.put("incoming/" + job, person.told());
        ask(lambda, telling(me, job, person), evidence);
        String answer = Converse.answerWith("summary", person.told());
        Bucket.put("outgoing/" + job + "/result.json", "{\"schema\":1,\"answer\":" + answer + "}");
        evidence.invoke(() -> evidence.replyToOwner(lambda.answer(telling(me, job, person))));
    }

    private void late(String me, Person person, Evidence evidence) {
        String job = Lambda.upload().answer(Event.upload(me)).jobId();
        LocalAws.DYNAMODB.updateItem(update -> update.tableName(LocalAws.TABLE)
                .key(Map.of("PK", AttributeValue.fromS("JOB#" + job), "SK", AttributeValue.fromS("JOB")))
                .updateExpression("SET uploadUntil = :past")
                .expressionAttributeValues(Map.of(":past", AttributeValue.fromS("2026-01-01T00:00:00Z"))));
        ask(lambda, telling(me, job, person), evidence);
    }

    private void damaged(String me, Person person, Evidence evidence) {
        String job = Lambda.upload().answer(Event.upload(me)).jobId();
        String key = "outgoing/" + job + "/result.json";
        String version = Bucket.put(key, "{\"schema\":1,\"answer\":" + person.told());
        ask(lambda, telling(me, job, person), evidence);
        LocalAws.S3.deleteObject(
                delete -> delete.bucket(LocalAws.BUCKET).key(key).versionId(version));
    }
}
