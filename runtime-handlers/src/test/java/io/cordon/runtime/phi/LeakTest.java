package io.cordon.runtime.phi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.phi.Evidence.Channel;
import io.cordon.runtime.platform.AwsClients;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.slf4j.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A leak is found wherever it is: without this, finding none would prove nothing. */
class LeakTest {
    private static final Map<Channel, BiConsumer<Evidence, Person>> LEAKS = Map.of(
            Channel.LOG, (evidence, person) -> System.out.println("{\"Kind\":\"" + person.mail() + "\"}"),
            Channel.ERRORS,
                    (evidence, person) -> evidence.invoke(() -> {
                        throw new IllegalStateException("harmless", new IllegalArgumentException(person.told()));
                    }),
            Channel.THREAD, (evidence, person) -> evidence.invoke(() -> MDC.put("patient", person.name())),
            Channel.REPLIES, (evidence, person) -> evidence.reply(echo(person)),
            Channel.WIRE, LeakTest::asks,
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

    @Provide
    Arbitrary<Person> anybody() {
        return Person.anybody();
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

    private static void asks(Evidence evidence, Person person) {
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
