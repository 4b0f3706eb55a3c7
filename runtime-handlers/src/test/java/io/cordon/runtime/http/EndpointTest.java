package io.cordon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.StandardOut;
import io.cordon.runtime.local.TestContext;
import io.cordon.runtime.platform.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointTest {
    @Test
    void asksToTryLaterWhenAwsFails() {
        APIGatewayProxyResponseEvent answer = serve(new Unavailable("DynamoDb ThrottlingException"));

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "5");
        assertThat(answer.getBody()).doesNotContain("DynamoDb");
    }

    @Test
    void letsAPageReadThatSomethingFailed() {
        assertThat(serve(new Unavailable("DynamoDb ThrottlingException")).getHeaders())
                .containsEntry("Access-Control-Allow-Origin", Event.PAGE);
        assertThat(serve(new IllegalStateException("SECRET")).getHeaders())
                .containsEntry("Access-Control-Allow-Origin", Event.PAGE);
    }

    @Test
    void keepsTheDetailsOfAnUnexpectedFailureToItself() {
        APIGatewayProxyResponseEvent answer = serve(new IllegalStateException("SECRET"));

        assertThat(answer.getStatusCode()).isEqualTo(500);
        assertThat(answer.getHeaders())
                .containsEntry("Retry-After", "5")
                .containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.getBody()).doesNotContain("SECRET");
    }

    @Test
    void logsTypeAndPlaceOfAFailureAndNotItsMessage() {
        List<String> lines = StandardOut.linesOf(() -> serve(new IllegalStateException("SECRET")));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .contains("\"failure\":\"IllegalStateException at io.cordon.runtime.http.EndpointTest")
                .contains("\"level\":\"ERROR\"")
                .doesNotContain("SECRET");
    }

    @Test
    void logsTheErrorCodeThatAwsGave() {
        assertThat(StandardOut.linesOf(() -> serve(new Unavailable("DynamoDb ThrottlingException"))))
                .singleElement()
                .asString()
                .contains("Unavailable (DynamoDb ThrottlingException)");
    }

    @Test
    void answersAnEmptyEventToo() {
        APIGatewayProxyResponseEvent answer = new Endpoint("test", Origins.of(List.of(Event.PAGE)), request -> {
                    request.caller();
                    return new Reply(200, Map.of(), Map.of());
                })
                .serve(new APIGatewayProxyRequestEvent(), new TestContext());

        assertThat(answer.getStatusCode()).isEqualTo(401);
    }

    @Test
    void saysNothingAtAllWhenThereIsNothingToSay() {
        APIGatewayProxyResponseEvent answer = new Endpoint(
                        "test", Origins.of(List.of(Event.PAGE)), request -> Reply.noContent())
                .serve(new APIGatewayProxyRequestEvent().withHeaders(Map.of("Origin", Event.PAGE)), new TestContext());

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(answer.getBody()).isEmpty();
        assertThat(answer.getHeaders())
                .doesNotContainKey("Content-Type")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Access-Control-Allow-Origin", Event.PAGE);
    }

    private static APIGatewayProxyResponseEvent serve(RuntimeException failure) {
        return new Endpoint("test", Origins.of(List.of(Event.PAGE)), request -> {
                    throw failure;
                })
                .serve(new APIGatewayProxyRequestEvent().withHeaders(Map.of("Origin", Event.PAGE)), new TestContext());
    }
}
