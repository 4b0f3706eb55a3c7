package io.cordon.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the reader of a dashboard sees. */
final class DashboardPageTest {
    @Test
    void fillsTheWidthOfEachRow() {
        for (var body : WatchedApp.DRAWN.bodies()) {
            var taken = new HashSet<List<Integer>>();
            assertThat(body.path("widgets")).isNotEmpty().allSatisfy(widget -> {
                assertThat(widget.path("x").asInt() + widget.path("width").asInt())
                        .isLessThanOrEqualTo(24);
                assertThat(taken.add(List.of(
                                widget.path("x").asInt(), widget.path("y").asInt())))
                        .isTrue();
            });
            rows(body).forEach((y, row) -> {
                assertThat(row.stream().mapToInt(it -> it.path("width").asInt()).sum())
                        .isEqualTo(24);
                assertThat(row)
                        .extracting(it -> it.path("height").asInt())
                        .containsOnly(row.get(0).path("height").asInt());
            });
        }
    }

    @Test
    void saysWhatEachGraphShowsAndInWhatUnit() {
        assertThat(WatchedApp.DRAWN.bodies())
                .hasSize(3)
                .allSatisfy(body -> assertThat(body.path("widgets"))
                        .filteredOn(widget -> widget.path("type").asText().equals("metric"))
                        .isNotEmpty()
                        .allSatisfy(widget -> {
                            assertThat(widget.at("/properties/title").asText()).contains(": ");
                            assertThat(widget.at("/properties/yAxis/left/label").asText())
                                    .isNotEmpty();
                        }));
        var header = WatchedApp.DRAWN
                .dashboard("clinic-test-operations")
                .at("/widgets/0/properties/markdown")
                .asText();
        assertThat(header).contains("# clinic-test: operations", "(https://clinic.example/runbook)");
        assertThat(WatchedApp.DRAWN
                        .dashboard("clinic-test-executive")
                        .path("start")
                        .asText())
                .isEqualTo("-P7D");
        assertThat(WatchedApp.DRAWN
                        .dashboard("clinic-test-security")
                        .path("start")
                        .asText())
                .isEqualTo("-PT8H");
    }

    private static Map<Integer, List<JsonNode>> rows(JsonNode body) {
        return StreamSupport.stream(body.path("widgets").spliterator(), false)
                .collect(Collectors.groupingBy(it -> it.path("y").asInt()));
    }
}
