package io.cordon.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.policies.PriceBook;
import io.cordon.policies.PriceBook.ModelPrice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Fn;

class PriceSeedPropsTest {
    private static final ModelPrice NOVA = new ModelPrice("eu.amazon.nova-lite-v1:0", 60_000, 240_000, 15_000, 0);

    @Test
    void listsAllThatIsMissing() {
        assertThatThrownBy(() -> PriceSeedProps.builder().build()).hasMessage("""
                PriceSeed: table: missing; required; give the one that holds what calls cost
                  key: missing; required; give the one that encrypts the table
                  functionKey: missing; required; give one for the function's own log and dead letters""");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000_001L, Long.MIN_VALUE})
    void refusesANumberThatIsNoPrice(long number) {
        assertThatThrownBy(() -> PriceSeedProps.builder()
                        .prices(PriceBook.of(List.of(new ModelPrice("nova", 1, number, 1, 1))))
                        .build())
                .hasMessageContaining("prices: nova output " + number + "; from 0 to 1000000000000; write millionths");
    }

    @Test
    void refusesNamesThatAreNoneAndModelsThatAreThereTwice() {
        assertThatThrownBy(() -> PriceSeedProps.builder()
                        .reservedConcurrency(0)
                        .prices(new PriceBook("a b", List.of(NOVA, NOVA, new ModelPrice("", 1, 1, 1, 1))))
                        .build())
                .hasMessageContaining("prices: version a b; at most 200")
                .hasMessageContaining("prices: eu.amazon.nova-lite-v1:0 is there twice; one price")
                .hasMessageContaining("prices: model ; at most 200")
                .hasMessageContaining("reservedConcurrency: 0; from 1 to 900");
    }

    @Test
    void refusesABookWithoutPricesAndLeavesAVersionThatOnlyTheDeploymentKnows() {
        assertThatThrownBy(() -> PriceSeedProps.builder()
                        .prices(new PriceBook(Fn.ref("Book"), List.of()))
                        .build())
                .hasMessageContaining("prices: none; at least one; list one for each model")
                .hasMessageNotContaining("version");
    }

    @Test
    void everyDefaultIsStated() {
        Map<String, String> defaults = new TreeMap<>();
        var fresh = PriceSeedProps.builder();
        Arrays.stream(PriceSeedProps.Builder.class.getDeclaredFields()).forEach(field -> {
            try {
                defaults.put(field.getName(), Objects.toString(field.get(fresh), "none"));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(defaults)
                .isEqualTo(Map.of(
                        "table",
                        "none",
                        "key",
                        "none",
                        "functionKey",
                        "none",
                        "network",
                        "none",
                        "permissionsBoundary",
                        "none",
                        "reservedConcurrency",
                        "1",
                        "prices",
                        PriceBook.current().toString(),
                        "after",
                        "[]"));
    }
}
