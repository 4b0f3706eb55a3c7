package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.systems.settings.WrongSettings;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class SerenyaPipelineTest {
    private static final Synthesized APP = Synthesized.app(app -> new SerenyaPipeline(
            app,
            Serenya.Place.of(SerenyaSettings.dev()),
            List.of(SerenyaSettings.dev(), SerenyaSettings.prod()),
            "example/clinic"));

    @Test
    void hasARoleForEachStageAndForItsPlan() {
        assertThat(APP.resources("SerenyaPipeline", "AWS::IAM::OIDCProvider")).hasSize(1);
        assertThat(APP.resources("SerenyaPipeline", "AWS::IAM::Role"))
                .extracting(role -> role.at("/Properties/Description").asText())
                .containsExactlyInAnyOrder(
                        "GitHub example/clinic, environment dev-plan",
                        "GitHub example/clinic, environment dev",
                        "GitHub example/clinic, environment prod-plan",
                        "GitHub example/clinic, environment prod");
    }

    @Test
    void passesTheGate() {
        assertThat(APP.violations()).isEmpty();
    }

    @Test
    void isThereOnlyForARepositoryAndRefusesWhatIsNone() {
        assertThat(SerenyaStages.repository(app(Map.of()))).isEmpty();
        assertThat(SerenyaStages.repository(app(Map.of("cordon:repository", "example/clinic"))))
                .contains("example/clinic");
        assertThatThrownBy(() -> SerenyaStages.repository(app(Map.of("cordon:repository", "example/*"))))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("cordon:repository: example/*; must be owner/name");
    }

    private static App app(Map<String, Object> context) {
        return new App(AppProps.builder().context(context).build());
    }
}
