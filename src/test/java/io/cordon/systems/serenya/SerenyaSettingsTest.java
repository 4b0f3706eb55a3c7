package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.systems.settings.WrongSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class SerenyaSettingsTest {
    @Test
    void theShippedStagesAreRightAsTheyAre() {
        assertThat(stages(Map.of())).containsExactly(SerenyaSettings.dev(), SerenyaSettings.prod());
    }

    @Test
    void keepsWhatTheSourceDocumentsAskOfEachStage() {
        var dev = SerenyaSettings.dev();
        var prod = SerenyaSettings.prod();

        assertThat(List.of(dev.placement().region(), prod.placement().region())).containsOnly("eu-west-1");
        assertThat(dev.uploads().origins()).containsExactly("http://localhost:3000");
        assertThat(prod.uploads().origins()).containsExactly("https://app.serenya.health");
        assertThat(dev.retention().logDays()).isEqualTo(7);
        assertThat(prod.retention().logDays()).isEqualTo(365);
        assertThat(prod.retention().auditDays()).isGreaterThanOrEqualTo(2192);
        assertThat(prod.operations().alertEmail()).isEqualTo("alerts@serenya.health");
        assertThat(dev.operations().detailedLogging()).isTrue();
        assertThat(prod.operations().detailedLogging()).isFalse();
        assertThat(prod.protection().termination()).isTrue();
    }

    @Test
    void aContextValueOverridesOneSettingAndNoOther() {
        var stages = stages(Map.of("cordon:serenya:prod", Map.of("uploads", Map.of("expiryDays", 2))));

        assertThat(stages.get(0)).isEqualTo(SerenyaSettings.dev());
        assertThat(stages.get(1).uploads().expiryDays()).isEqualTo(2);
        assertThat(stages.get(1).uploads().origins())
                .isEqualTo(SerenyaSettings.prod().uploads().origins());
    }

    @Test
    void aContextValueMayBeTextAsTheCommandLineGivesIt() {
        var stages = stages(Map.of("cordon:serenya:dev", "{\"placement\": {\"account\": \"123456789012\"}}"));

        assertThat(stages.get(0).placement().account()).isEqualTo("123456789012");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`uploads`: {`expiryDays`: 8}} | uploads.expiryDays: 8; must be 1 to 7 days",
                "{`uploads`: {`expiryDays`: 1.5}} | uploads.expiryDays: not a whole number; must be a whole number",
                "{`uploads`: {`expiryDays`: `1`}} | uploads.expiryDays: a text; must be a whole number",
                "{`uploads`: {`expiry`: 1}} | uploads.expiry: unknown key; must be one of expiryDays",
                "{`upload`: {}} | upload: unknown key; must be one of placement, network, uploads",
                "{`stage`: `qa`} | stage: unknown key",
                "{`uploads`: {`origins`: [`*`]}} | uploads.origins: *; must be an https origin",
                "{`uploads`: {`origins`: [`http://app.example.org`]}} | uploads.origins: http://app.example.org; must be",
                "{`uploads`: {`origins`: [`https://app.example.org/x`]}} | uploads.origins: https://app.example.org/x;",
                "{`uploads`: {`origins`: [`https://App.example.org`]}} | uploads.origins: https://App.example.org; must be",
                "{`uploads`: {`origins`: []}} | uploads.origins: none; must name at least one",
                "{`retention`: {`logDays`: 8}} | retention.logDays: 8 days; CloudWatch Logs accepts [1, 3, 5, 7, 14",
                "{`retention`: {`auditDays`: 365}} | retention.auditDays: 365 days; CloudWatch Logs accepts [2192",
                "{`operations`: {`alertEmail`: `alerts`}} | operations.alertEmail: alerts; must be an e-mail address",
                "{`ownership`: {`owner`: ``}} | ownership.owner: empty; must be 1 to 256",
                "{`network`: {`cidr`: `10.0.0.0/33`}} | network.cidr: 10.0.0.0/33; must be a private IPv4 block",
                "{`network`: {`cidr`: `8.8.0.0/16`}} | network.cidr: 8.8.0.0/16; must be a private block",
                "{`network`: {`cidr`: `10.0.0.0/16`}} | network.cidr: 10.0.0.0/16 overlaps 10.0.0.0/16 of dev",
                "{`concurrency`: {`upload`: 900}} | concurrency: 1118 reserved by dev and prod together",
                "{`concurrency`: {`upload`: 0}} | concurrency.upload: 0; must be 1 to 1000",
                "{`placement`: {`account`: `12`}} | placement.account: 12; must be 12 digits",
                "{`placement`: {`region`: `Ireland`}} | placement.region: Ireland; must be a region",
                "{`placement`: {`zones`: [`eu-west-1a`]}} | placement.zones: [eu-west-1a]; must be two or three",
                "{`placement`: {`zones`: [`eu-west-1a`, `us-east-1a`]}} | placement.zones: us-east-1a; must be a zone of",
                "{`placement`: {`recoveryRegion`: `eu-west-1`}} | placement.recoveryRegion: eu-west-1; must be another",
                "{`placement`: {`recoveryRegion`: `us-east-1`}} | placement.recoveryRegion: us-east-1; must be of the same",
                "{`models`: {`allowed`: []}} | models.allowed: []; must be models that answer in the geography",
                "{`models`: {`allowed`: [`gpt`]}} | models.allowed: gpt; must be a model that may see PHI",
                "{`uploads`: {`largestBytes`: 4500001}} | uploads.largestBytes: 4500001; must be 1 to 4500000 bytes",
                "{`concurrency`: {`process`: 0}} | concurrency.process: 0; must be 1 to 1000",
                "{`concurrency`: {`result`: 0}} | concurrency.result: 0; must be 1 to 1000",
                "{`concurrency`: {`cleanup`: 0}} | concurrency.cleanup: 0; must be 1 to 1000",
                "{`tokens`: {`issuer`: `http://x`}} | tokens.issuer: http://x; must be an https origin",
                "{`tokens`: {`longestSeconds`: 7200}} | tokens.longestSeconds: 7200; must be 60 to 3600 seconds",
                "{`concurrency`: {`authorizer`: 0}} | concurrency.authorizer: 0; must be 1 to 1000",
                "[1] | cordon:serenya:prod: not a JSON object",
                "nonsense | cordon:serenya:prod: not a JSON object",
            })
    void refusesAWrongSettingWithValueLimitAndMend(String override, String message) {
        assertThatThrownBy(() -> stages(Map.of("cordon:serenya:prod", override.replace('`', '"'))))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAStageThatDoesNotExist() {
        assertThatThrownBy(() -> stages(Map.of("cordon:serenya:qa", Map.of())))
                .hasMessageContaining("cordon:serenya:qa: unknown stage; must be one of dev, prod");
    }

    @Test
    void refusesAMisspeltContextKeyThatWouldChangeNothing() {
        assertThatThrownBy(() -> stages(Map.of("cordon:serenia:prod", Map.of())))
                .hasMessageContaining("cordon:serenia:prod: unknown context key; must be cordon:serenya:<stage>");
    }

    @Test
    void namesEveryProblemOfEveryStageAtOnce() {
        assertThatThrownBy(() -> stages(Map.of(
                        "cordon:serenya:dev", Map.of("uploads", Map.of("expiryDays", 0)),
                        "cordon:serenya:prod", Map.of("retention", Map.of("logDays", 8)))))
                .hasMessageStartingWith("2 settings are wrong; nothing was synthesized:")
                .hasMessageContaining("cordon:serenya:dev uploads.expiryDays: 0;")
                .hasMessageContaining("cordon:serenya:prod retention.logDays: 8 days;");
    }

    @Test
    void stagesInAccountsOfTheirOwnShareNeitherBudgetNorAddresses() {
        var stages = stages(Map.of(
                "cordon:serenya:prod",
                Map.of(
                        "placement", Map.of("account", "123456789012"),
                        "network", Map.of("cidr", "10.0.0.0/16"),
                        "concurrency", Map.of("upload", 700))));

        assertThat(stages.get(1).network().cidr()).isEqualTo("10.0.0.0/16");
    }

    static List<SerenyaSettings> stages(Map<String, Object> context) {
        return SerenyaStages.of(new App(AppProps.builder().context(context).build()));
    }
}
