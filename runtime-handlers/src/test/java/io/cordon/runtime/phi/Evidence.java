package io.cordon.runtime.phi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Converse;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.local.Wire;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.MDC;

/** All that functions leave where others than the owner of a document can see it. */
final class Evidence {
    private final Map<Channel, StringBuilder> left = new EnumMap<>(Channel.class);

    /** Where something can be left. */
    enum Channel {
        /** Log lines and metrics, both on standard output. */
        LOG,
        /** Errors that leave a function: Lambda logs them and puts their message on the dead letter. */
        ERRORS,
        /** What stays on the thread for the next request, somebody else's. */
        THREAD,
        /** Replies, but not the answer that is for the owner. */
        REPLIES,
        /**
         * What goes out to AWS, but not the document that a model reads, nor the answer that is kept for the owner, nor
         * the address that KMS makes a mark of.
         */
        WIRE,
        /** Keys, metadata and what is kept of objects, but neither document nor answer. */
        OBJECTS,
        /** Items of both tables, every attribute of them. */
        ITEMS
    }

    private Evidence() {}

    /** What is there after the work, and was not there before. */
    static Evidence of(Consumer<Evidence> work) {
        Evidence evidence = new Evidence();
        Set<String> before = Set.copyOf(Bucket.versions(""));
        List<Wire.Sent> sent = new ArrayList<>();
        StandardOut.linesOf(() -> sent.addAll(Wire.during(() -> work.accept(evidence))))
                .forEach(line -> evidence.add(Channel.LOG, line));
        sent.forEach(evidence::sent);
        Set<String> versions = new HashSet<>(Bucket.versions(""));
        versions.removeAll(before);
        versions.forEach(evidence::kept);
        evidence.items(LocalAws.TABLE);
        evidence.items(LocalAws.COSTS);
        return evidence;
    }

    /** What of somebody was left, and where. */
    Stream<String> of(Person person) {
        Search search = new Search(person);
        return left.keySet().stream()
                .flatMap(channel -> search.in(at(channel)).map(trace -> channel + " holds " + trace).stream());
    }

    /** What was left there. */
    String at(Channel channel) {
        return left.getOrDefault(channel, new StringBuilder()).toString();
    }

    void add(Channel channel, String text) {
        left.computeIfAbsent(channel, any -> new StringBuilder()).append(text).append('\n');
    }

    /** A reply that may hold nothing of anybody. */
    Answer reply(Answer answer) {
        add(Channel.REPLIES, answer.status() + " " + answer.headers() + " " + answer.text());
        return answer;
    }

    /** A reply to the owner of a document, who alone may read what was found in it. */
    void replyToOwner(Answer answer) {
        add(Channel.REPLIES, answer.status() + " " + answer.headers());
    }

    /** Does what may end with an error, as an invocation does. */
    void invoke(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            thrown(e);
        }
        add(Channel.THREAD, String.valueOf(MDC.getCopyOfContextMap()));
    }

    /** An error as Lambda logs it: with its causes, and what was suppressed. */
    void thrown(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        add(Channel.ERRORS, text.toString());
    }

    private void sent(Wire.Sent sent) {
        add(Channel.WIRE, sent.head());
        if (sent.head().contains("TrentService.GenerateMac")) {
            return; // the address itself, which KMS turns into what nobody can turn back, and which no trail repeats
        }
        if (sent.path().endsWith("/converse")) {
            JsonNode body = Converse.json(sent.body());
            body.findParents("bytes").forEach(source -> ((ObjectNode) source).remove("bytes"));
            add(Channel.WIRE, body.toString());
        } else {
            add(Channel.WIRE, sent.path().endsWith("/result.json") ? withoutAnswer(sent.body()) : sent.body());
        }
    }

    private void kept(String version) {
        add(Channel.OBJECTS, version);
        String[] parts = version.split(" ", -1);
        if (parts[1].equals("marker")) {
            return;
        }
        var object = LocalAws.S3.getObjectAsBytes(
                get -> get.bucket(LocalAws.BUCKET).key(parts[0]).versionId(parts[2]));
        add(Channel.OBJECTS, object.response().toString());
        String text = new String(object.asByteArray(), StandardCharsets.UTF_8);
        if (parts[0].startsWith("outgoing/")) {
            add(Channel.OBJECTS, parts[0].endsWith("/result.json") ? withoutAnswer(text) : text);
        }
    }

    private static String withoutAnswer(String json) {
        JsonNode outcome = Converse.json(json);
        return outcome instanceof ObjectNode object ? object.without("answer").toString() : json;
    }

    private void items(String table) {
        LocalAws.DYNAMODB.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .forEach(item -> add(Channel.ITEMS, item.toString()));
    }
}
