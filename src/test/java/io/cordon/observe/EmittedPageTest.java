package io.cordon.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the executive page shows of a function that reads documents with a model. */
final class EmittedPageTest {
    @Test
    void showsAGroupAsAWholeAndThenByItsPartsInRowsOfItsOwn() {
        assertThat(titles())
                .containsSubsequence(
                        "process: documents",
                        "process: documents processed by kind",
                        "process: documents declined by cause",
                        "process: documents failed by cause",
                        "process: document latency",
                        "process: model time",
                        "process: model time by model, p95",
                        "process: tokens",
                        "process: input tokens by model and kind",
                        "process: output tokens by model and kind",
                        "process: cost",
                        "process: cost by model and kind")
                .contains("process: troubled calls", "upload: uploads");
        assertThat(List.of(
                        graph("tokens").path("y"),
                        graph("input tokens by model and kind").path("y")))
                .containsOnly(graph("output tokens by model and kind").path("y"));
        assertThat(graph("tokens").path("y")).isNotEqualTo(graph("cost").path("y"));
    }

    @Test
    void addsUpWhatIsCountedAndNamesItInWords() {
        assertThat(lines("documents"))
                .extracting(line -> line.path(4).path("label").asText())
                .containsExactly("documents processed", "documents declined", "documents failed", "documents given up");
        assertThat(lines("documents"))
                .allSatisfy(
                        line -> assertThat(line.path(4).path("stat").asText()).isEqualTo("Sum"));
        assertThat(axis("documents")).isEqualTo("documents an hour");
    }

    @Test
    void neverAddsUpTimes() {
        for (var title : List.of("document latency", "model time")) {
            assertThat(lines(title))
                    .extracting(line -> line.path(4).path("stat").asText())
                    .containsExactly("p50", "p95", "Maximum");
            assertThat(axis(title)).isEqualTo("milliseconds");
        }
        assertThat(graph("model time by model, p95").toString())
                .contains("'p95', 3600")
                .doesNotContain("\"stacked\":true");
    }

    @Test
    void showsMoneyInDollars() {
        assertThat(axis("cost")).isEqualTo("US dollars an hour");
        assertThat(lines("cost"))
                .filteredOn(line -> line.path(0).has("expression"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.path(0).path("expression").asText()).isEqualTo("micro / 1000000"));
        assertThat(lines("cost by model and kind"))
                .filteredOn(line -> line.path(0).has("id"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path(0).path("id").asText()).isEqualTo("micro");
                    assertThat(line.path(0).path("visible").asBoolean(true)).isFalse();
                });
    }

    /** The schema must have all dimensions and no other, and a slash or a hyphen in a namespace needs quotes. */
    @Test
    void findsThePartsByTheDimensionsThatTheManifestDeclares() {
        assertThat(lines("documents failed by cause")).singleElement().satisfies(line -> {
            assertThat(line.path(0).path("expression").asText())
                    .isEqualTo("SEARCH('{\"Clinic/test\",Service,Cause} MetricName=\"DocumentsFailed\""
                            + " Service=\"process\"', 'Sum', 3600)");
            assertThat(line.path(0).path("label").asText()).isEqualTo("${PROP('Dim.Cause')}");
        });
        assertThat(graph("documents failed by cause").at("/properties/stacked").asBoolean())
                .isTrue();
    }

    private static List<String> titles() {
        return widgets().map(it -> it.at("/properties/title").asText()).toList();
    }

    private static JsonNode graph(String title) {
        return widgets()
                .filter(it -> it.at("/properties/title").asText().equals("process: " + title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among " + titles()));
    }

    private static List<JsonNode> lines(String title) {
        return StreamSupport.stream(graph(title).at("/properties/metrics").spliterator(), false)
                .toList();
    }

    private static String axis(String title) {
        return graph(title).at("/properties/yAxis/left/label").asText();
    }

    private static Stream<JsonNode> widgets() {
        var widgets = WatchedApp.DRAWN.dashboard("clinic-test-executive").path("widgets");
        return StreamSupport.stream(widgets.spliterator(), false);
    }
}
