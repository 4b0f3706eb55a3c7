package io.cordon.runtime.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final Price PRICE = new Price("2026-11", 800_000, 4_000_000, 80_000, 1_000_000);

    @Test
    void addsUpWhatEachKindOfTokenCosts() {
        assertThat(PRICE.of(new Usage(1_000, 100, 10_000, 200))).isEqualTo(new Charge(2_200, "2026-11"));
    }

    @Test
    void roundsUpOnceSoThatNoCallIsFreeAndNoneIsRoundedTwice() {
        assertThat(PRICE.of(new Usage(1, 0, 0, 0)).microUsd()).isEqualTo(1);
        assertThat(new Price("p", 400_000, 400_000, 0, 0)
                        .of(new Usage(1, 1, 0, 0))
                        .microUsd())
                .isEqualTo(1);
    }

    @Test
    void chargesNothingForNothing() {
        assertThat(PRICE.of(Usage.NONE).microUsd()).isZero();
    }

    /** Up to the highest price that a book takes, and more tokens than any model reads. */
    @Property
    void isExactToTheMicroDollar(
            @ForAll @LongRange(min = 0, max = 2_000_000) long tokens,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long price) {
        BigInteger million = BigInteger.valueOf(1_000_000);
        BigInteger exact = BigInteger.valueOf(tokens).multiply(BigInteger.valueOf(price));
        BigInteger up = exact.add(million).subtract(BigInteger.ONE).divide(million);

        assertThat(new Price("p", price, 0, 0, 0).of(new Usage(tokens, 0, 0, 0)).microUsd())
                .isEqualTo(up.longValueExact());
    }
}
