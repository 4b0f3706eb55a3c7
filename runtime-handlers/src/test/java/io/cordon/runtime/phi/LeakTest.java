package io.cordon.runtime.phi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.phi.Evidence.Channel;
import io.cordon.runtime.platform.AwsClients;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.slf4j.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever leaks, wherever and however it is written, is found: without this, finding nothing would prove nothing. */
class LeakTest {
    private static final Map<Channel, BiConsumer<Evidence, Person>> LEAKS = Map.of(
            Channel.LOG, (evidence, person) -> System.out.println("{\"Kind\":\"" + person.mail() + "\"}"),
            Channel.ERRORS,
                    (evidence, person) -> evidence.invoke(() -> {
                        throw new IllegalStateException("harmless", new IllegalArgumentException(person.told()));
                    }),
            Channel.THREAD, (evidence, person) -> evidence.invoke(() -> MDC.put("patient", person.name())),
            Channel.REPLIES, (evidence, person) -> evidence.reply(echo(person)),
            Channel.WIRE, LeakTest::asksForAPerson,
            Channel.OBJECTS, (evidence, person) -> Bucket.put("outgoing/a/result.json", called(person)),
            Channel.ITEMS,
                    (evidence, person) -> LocalAws.DYNAMODB.putItem(
                            put -> put.tableName(LocalAws.COSTS).item(item(person))));

    @Property(tries = 1)
    void isFoundWhereverItIs(@ForAll("anybody") Person person) {
        LEAKS.forEach((channel, leak) -> {
            Evidence evidence = Evidence.of(it -> leak.accept(it, person));
            tidy();

            assertThat(evidence.of(person)).singleElement().asString().startsWith(channel + " holds ");
        });
    }

    @Example
    void isTriedInEveryChannel() {
        assertThat(LEAKS.keySet()).isEqualTo(Set.of(Channel.values()));
    }

    @Property(tries = 50)
    void isFoundHoweverItIsWritten(@ForAll("anybody") Person person) {
        Search search = new Search(person);
        person.words()
                .forEach(word -> Set.<Function<String, String>>of(
                                text -> text,
                                text -> text.toUpperCase(Locale.ROOT),
                                text -> Normalizer.normalize(text, Form.NFD),
                                text -> Normalizer.normalize(text, Form.NFC),
                                text -> URLEncoder.encode(text, UTF_8),
                                text -> HexFormat.of().formatHex(text.getBytes(UTF_8)),
                                text -> new JsonMapper()
                                        .getNodeFactory()
                                        .textNode(text)
                                        .toString(),
                                text -> base64("", text),
                                text -> base64("a", text),
                                text -> base64("ab", text),
                                text -> text.replaceAll("[^ -~]", ""))
                        .forEach(writing -> assertThat(search.in("a " + writing.apply(word) + " b"))
                                .as(word)
                                .isPresent()));
    }

    @Property(tries = 50)
    void isNotFoundInWordsOfOthers(@ForAll("anybody") Person person, @ForAll("anybody") Person other) {
        if (!person.code().equals(other.code())) {
            assertThat(new Search(person).in(other.record() + other.mail() + other.phone()))
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<Person> anybody() {
        return Person.anybody();
    }

    private static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString((before + text + "behind it").getBytes(UTF_8));
    }

    private static Answer echo(Person person) {
        return Lambda.running(
                        "upload",
                        (event, context) -> new APIGatewayProxyResponseEvent()
                                .withStatusCode(400)
                                .withHeaders(Map.of("X-Patient", person.record()))
                                .withBody("{}"))
                .answer(Event.nothing());
    }

    private static void asksForAPerson(Evidence evidence, Person person) {
        DynamoDbClient table = AwsClients.dynamoDb();
        Lambda.running("upload", (event, context) -> {
                    table.getItem(get -> get.tableName(LocalAws.TABLE).key(key("CALLER#" + person.mail())));
                    return new APIGatewayProxyResponseEvent()
                            .withStatusCode(400)
                            .withHeaders(Map.of())
                            .withBody("{}");
                })
                .answer(Event.nothing());
    }

    private static String called(Person person) {
        return "{\"schema\":1,\"call\":{\"id\":\"" + person.phone() + "\"},\"answer\":{}}";
    }

    private static Map<String, AttributeValue> key(String partition) {
        return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS("LEAK"));
    }

    private static Map<String, AttributeValue> item(Person person) {
        return Map.of(
                "PK", AttributeValue.fromS("LEAK#1"),
                "SK", AttributeValue.fromS("LEAK"),
                "note", AttributeValue.fromS(person.diagnosis()));
    }

    private static void tidy() {
        MDC.clear();
        LocalAws.DYNAMODB.deleteItem(delete -> delete.tableName(LocalAws.COSTS).key(key("LEAK#1")));
        Bucket.versions("outgoing/a/")
                .forEach(version -> LocalAws.S3.deleteObject(delete -> delete.bucket(LocalAws.BUCKET)
                        .key(version.split(" ", -1)[0])
                        .versionId(version.split(" ", -1)[2])));
    }
}
