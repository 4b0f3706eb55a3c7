package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.BedrockServer.Model;
import io.cordon.runtime.platform.AwsClients;
import io.cordon.runtime.reading.BedrockReader.Terms;
import io.cordon.runtime.reading.Reading.Answered;
import io.cordon.runtime.reading.Reading.TurnedAway;
import io.cordon.runtime.reading.Reading.Unanswered;
import io.cordon.runtime.reading.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailingModelTest {
    private final Model model = BedrockServer.model();

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException",
        "429, ModelNotReadyException",
        "500, InternalServerException",
        "503, ServiceUnavailableException"
    })
    void asksAgainWhereNoModelBegan(int status, String error) {
        model.failing(1, status, error);

        assertThat(Asking.about(model)).isInstanceOf(Answered.class);
        assertThat(model.calls()).isEqualTo(2);
    }

    @Test
    void givesUpAfterFourThrottledCalls() {
        model.throttling(5);

        assertThat(Asking.about(model)).isEqualTo(new TurnedAway("ThrottlingException"));
        assertThat(model.calls()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException",
        "403, ExpiredTokenException",
        "404, ResourceNotFoundException",
        "400, ServiceQuotaExceededException"
    })
    void saysWhatTurnedItAway(int status, String error) {
        model.failing(9, status, error);

        assertThat(Asking.about(model)).isEqualTo(new TurnedAway(error));
        assertThat(model.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "408, ModelTimeoutException",
        "424, ModelErrorException",
        "502, BadGatewayException",
        "504, GatewayTimeoutException"
    })
    void neverAsksAgainWhereAModelMayHaveRead(int status, String error) {
        model.failing(9, status, error);

        assertThat(Asking.about(model)).isEqualTo(new Unanswered(error));
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void blamesTheDocumentForWhatBedrockCannotRead() {
        model.failing(1, 400, "ValidationException", "The PDF specified was not valid.");

        assertThat(Asking.about(model)).isEqualTo(new Unreadable(Unfit.UNREADABLE));
        assertThat(model.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Input is too long for requested model.",
                "The model returned the following errors: prompt is too long: 213462 tokens > 200000 maximum"
            })
    void saysThatADocumentIsLongerThanTheModelReads(String message) {
        model.failing(1, 400, "ValidationException", message);

        assertThat(Asking.about(model)).isEqualTo(new Unreadable(Unfit.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invocation of model ID a with on-demand throughput isn't supported. Retry your request with the ID or"
                        + " ARN of an inference profile that contains this model.",
                "The provided model doesn't support on-demand throughput.",
                "This model doesn't support citations.",
                "This action doesn't support the model that you provided. Try again with a supported text or chat model.",
                "The model returned the following errors: tool_choice: forced tool use is not supported on this model."
            })
    void neverBlamesTheDocumentForTheDeployment(String message) {
        model.failing(1, 400, "ValidationException", message);

        assertThat(Asking.about(model)).isEqualTo(new TurnedAway("ValidationException"));
    }

    @Test
    void neverBlamesTheDocumentForAModelThatIsNotThere() {
        Reader reader = new BedrockReader(AwsClients.bedrockRuntime(), "eu.no.such-model", Terms.of(1));

        assertThat(reader.read(Asking.text("x"), Asking.LONG)).isEqualTo(new TurnedAway("ValidationException"));
    }
}
