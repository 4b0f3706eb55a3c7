package io.cordon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.Test;

class ModelExamplesTest {
    @Test
    void everyExamplePassesTheGate() {
        var examples = Synthesized.app(app -> {
            new ModelCatalogExample(app, "ModelCatalog");
            new BedrockPrivateLinkExample(app, "BedrockPrivateLink");
        });
        assertThat(examples.violations()).isEmpty();
        assertThat(examples.suppressed()).isEmpty();
        assertThat(examples.warnings()).isEmpty();
    }
}
