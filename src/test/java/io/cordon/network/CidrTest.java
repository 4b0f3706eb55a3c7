package io.cordon.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "192.168.4.0/22"})
    void writesWhatItReads(String block) {
        assertThat(Cidr.parse(block)).hasToString(block);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.0 | no IPv4 block",
                "10.0.0/16 | no IPv4 block",
                "fd00::/8 | no IPv4 block",
                "10.0.0.0/33 | no IPv4 block",
                "10.0.256.0/24 | octet above 255",
                "10.0.1.0/16 | starts at 10.0.0.0/16"
            })
    void refusesWhatIsNoBlock(String text, String reason) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "10.255.0.0/16, true",
        "172.16.0.0/12, true",
        "172.32.0.0/16, false",
        "192.168.0.0/24, true",
        "192.0.0.0/8, false",
        "8.8.8.0/24, false"
    })
    void knowsPrivateAddresses(String block, boolean expected) {
        assertThat(Cidr.parse(block).isPrivate()).isEqualTo(expected);
    }

    @Test
    void overlapsInBothDirections() {
        var wide = Cidr.parse("10.0.0.0/16");
        var narrow = Cidr.parse("10.0.9.0/24");
        assertThat(wide.overlaps(narrow)).isTrue();
        assertThat(narrow.overlaps(wide)).isTrue();
        assertThat(narrow.contains(wide)).isFalse();
        assertThat(wide.overlaps(Cidr.parse("10.1.0.0/16"))).isFalse();
    }

    @Test
    void refusesAPartThatIsNotThere() {
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/16").part(3, 8)).hasMessageContaining("no part 8 of 8");
    }

    @Property
    void partsLieInsideAndApart(
            @ForAll @LongRange(max = 0xFFFFL) long high,
            @ForAll @IntRange(max = 7) int one,
            @ForAll @IntRange(max = 7) int other) {
        var block = new Cidr(high << 16, 16);
        assertThat(block.contains(block.part(3, one))).isTrue();
        assertThat(block.part(3, one).overlaps(block.part(3, other))).isEqualTo(one == other);
    }
}
