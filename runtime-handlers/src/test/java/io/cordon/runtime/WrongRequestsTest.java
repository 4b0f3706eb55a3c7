package io.cordon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cordon.runtime.WrongRequests.Kind;
import io.cordon.runtime.WrongRequests.Row;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.local.StandardOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongRequestsTest {
    private static final Map<String, Lambda> FUNCTIONS = new ConcurrentHashMap<>();

    static Stream<String> functions() {
        return Manifest.functions().stream()
                .filter(name -> !Manifest.function(name).get("routes").isEmpty());
    }

    static Stream<Arguments> rows() {
        return WrongRequests.TABLES.entrySet().stream()
                .flatMap(table -> table.getValue()
                        .get()
                        .map(row -> arguments(table.getKey(), row.kind() + " " + row.what(), row)));
    }

    @Test
    void haveATableForEveryRoute() {
        assertThat(WrongRequests.TABLES.keySet()).isEqualTo(functions().collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void areWrongInEveryWay(String function) {
        Set<Kind> kinds =
                WrongRequests.TABLES.get(function).get().map(Row::kind).collect(Collectors.toSet());

        assertThat(kinds).isEqualTo(Kind.of(function));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void changeNothingAndAreNotRepeated(String function, String what, Row row) {
        Set<Items.Item> items = Set.copyOf(Items.all());
        List<String> versions = Bucket.versions("");
        List<Answer> answers = new ArrayList<>();

        List<String> lines =
                StandardOut.linesOf(() -> answers.add(named(function).answer(row.event())));

        Answer answer = answers.get(0);
        assertThat(answer.status()).isEqualTo(row.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body().fieldNames()).toIterable().contains("type", "title", "status", "detail");
        assertThat(answer.text() + answer.headers() + lines).doesNotContain(WrongRequests.MARK);
        assertThat(lines).anyMatch(line -> line.contains("\"status\":" + row.status()));
        assertThat(Set.copyOf(Items.all())).isEqualTo(items);
        assertThat(Bucket.versions("")).isEqualTo(versions);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void includeAnEventThatHoldsNothing(String function) {
        assertThat(named(function).answer(Event.nothing()).status()).isEqualTo(function.equals("auth") ? 404 : 401);
    }

    private static Lambda named(String function) {
        return FUNCTIONS.computeIfAbsent(function, name -> Lambda.named(name, Map.of()));
    }
}
