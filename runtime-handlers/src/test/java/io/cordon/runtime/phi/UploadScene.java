package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.node.TextNode;
import io.cordon.runtime.WrongRequests;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The function that opens jobs. */
final class UploadScene implements Scene {
    private static final String KEY = "Idempotency-Key";

    private final Lambda upload = Lambda.upload();

    @Override
    public Set<String> reaches() {
        return Scene.statuses(202, 400, 401, 403, 409, 413, 415, 429, 500, 503);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        WrongRequests.TABLES.get("upload").get().forEach(row -> ask(upload, Requests.wrong(row, person), evidence));
        String me = Event.somebody();
        String words = TextNode.valueOf(person.told()).toString();
        ask(upload, telling(Event.upload(me, "{\"contentType\":" + words + ",\"contentLength\":1}"), person), evidence);
        ask(upload, telling(Event.upload(me, "{" + words + ":" + words + "}"), person), evidence);
        ask(upload, telling(Event.upload(me, person.told()), person), evidence);
        for (String key : List.of(person.mail(), person.mail(), person.code(), person.told())) {
            ask(upload, telling(Event.upload(me).header(KEY, key), person), evidence);
        }
        Lambda once = Lambda.named("upload", Map.of("UPLOADS_PER_HOUR", "1"));
        ask(once, telling(Event.upload(me), person), evidence);
        for (Manner manner : Manner.values()) {
            failing(manner, telling(Event.upload(me).header(KEY, person.code()), person), person, evidence);
        }
        ask(upload, Event.upload(Event.somebody()), evidence); // somebody else's, right after
    }

    private static Event telling(Event event, Person person) {
        return Requests.telling(event, person);
    }

    private static void ask(Lambda function, Event event, Evidence evidence) {
        evidence.invoke(() -> evidence.reply(function.answer(event)));
    }

    private static void failing(Manner manner, Event event, Person person, Evidence evidence) {
        try (TalkativeAws aws = TalkativeAws.saying(person.told(), manner)) {
            ask(aws.inPlaceOf(List.of("DynamoDb"), Lambda::upload), event, evidence);
        }
    }
}
